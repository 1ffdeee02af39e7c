package org.ethotag.sample;

/** One number for each axis of the collar: x across, y along the neck, z up when the animal stands. */
record Axes(double x, double y, double z) {
    static final Axes NONE = new Axes(0, 0, 0);

    Axes plus(Axes other) {
        return new Axes(x + other.x, y + other.y, z + other.z);
    }

    Axes times(double factor) {
        return new Axes(x * factor, y * factor, z * factor);
    }

    /** The direction of these numbers, with length 1. */
    Axes unit() {
        return times(1 / Math.sqrt(x * x + y * y + z * z));
    }
}
