package org.ethotag.signal;

/** Lowest and highest of the finite values seen so far. Changes in place; one thread. */
public final class Extremes {
    private float low = Float.POSITIVE_INFINITY;
    private float high = Float.NEGATIVE_INFINITY;

    /** Forgets everything. */
    public void clear() {
        low = Float.POSITIVE_INFINITY;
        high = Float.NEGATIVE_INFINITY;
    }

    /** Takes one value in; NaN is passed over. */
    public void include(float value) {
        include(value, value);
    }

    /** Takes the extremes of other values in; NaN is passed over. */
    public void include(float lowest, float highest) {
        if (lowest < low) {
            low = lowest;
        }
        if (highest > high) {
            high = highest;
        }
    }

    /** Lowest value, NaN if there was none. */
    public float low() {
        return low <= high ? low : Float.NaN;
    }

    /** Highest value, NaN if there was none. */
    public float high() {
        return low <= high ? high : Float.NaN;
    }
}
