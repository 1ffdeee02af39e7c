package org.ethotag.signal;

/**
 * What can be drawn over the samples of a recording: an axis, or a number made of all three. Angles and dynamic
 * acceleration rest on the static component, a running mean ({@link StaticComponent}).
 */
public enum Quantity {
    /** Acceleration along x, in g. */
    X(Unit.G, 0),
    /** Acceleration along y, in g. */
    Y(Unit.G, 1),
    /** Acceleration along z, in g. */
    Z(Unit.G, 2),
    /** Length of the acceleration vector, in g: {@code sqrt(x^2 + y^2 + z^2)}. */
    NORM(Unit.G, Quantity.OF_ALL),
    /**
     * Vectorial dynamic body acceleration, in g: the length of what is left without the static component (Gleiss, Wilson
     * and Shepard 2011, Methods in Ecology and Evolution 2, 23-33; Qasem et al. 2012, PLoS ONE 7, e31187).
     */
    VEDBA(Unit.G, Quantity.WITH_STATIC),
    /**
     * Overall dynamic body acceleration, in g: the sum of the absolute values of what is left without the static
     * component (Wilson et al. 2006, Journal of Animal Ecology 75, 1081-1090).
     */
    ODBA(Unit.G, Quantity.WITH_STATIC),
    /**
     * Angle of the x axis above the horizontal, in degrees from -90 to 90: {@code atan2(x, sqrt(y^2 + z^2))} of the
     * static component. An axis at rest that points up reads +1 g. (Pedley 2013, Freescale AN3461, where
     * pitch counts the other way round.)
     */
    PITCH(Unit.DEGREE, Quantity.WITH_STATIC),
    /**
     * Turn around the x axis, in degrees from -180 to 180: {@code atan2(y, z)} of the static component, 0 where z points
     * up. Undefined and noisy where x points straight up or down. (Pedley 2013, Freescale AN3461.)
     */
    ROLL(Unit.DEGREE, Quantity.WITH_STATIC);

    private static final int OF_ALL = -1;
    private static final int WITH_STATIC = -2;

    private final Unit unit;
    private final int axis;

    /** What numbers of a quantity count. */
    public enum Unit {
        /** Standard gravity. */
        G,
        /** Degrees of arc. */
        DEGREE
    }

    Quantity(Unit unit, int axis) {
        this.unit = unit;
        this.axis = axis;
    }

    /** What its numbers count. */
    public Unit unit() {
        return unit;
    }

    /** Whether it is one of the three axes. */
    public boolean isAxis() {
        return axis >= 0;
    }

    /** Which axis it is, 0 to 2. */
    public int axis() {
        if (!isAxis()) {
            throw new IllegalArgumentException(this + " is no axis");
        }
        return axis;
    }

    /** Whether it rests on the static component. */
    public boolean needsStatic() {
        return axis == WITH_STATIC;
    }

    /** Its value for one sample whose static component is given; NaN if a number is missing. */
    float of(float x, float y, float z, double staticX, double staticY, double staticZ) {
        double dx = x - staticX;
        double dy = y - staticY;
        double dz = z - staticZ;
        return (float)
                switch (this) {
                    case X -> x;
                    case Y -> y;
                    case Z -> z;
                    case NORM -> Math.sqrt((double) x * x + (double) y * y + (double) z * z);
                    case VEDBA -> Math.sqrt(dx * dx + dy * dy + dz * dz);
                    case ODBA -> Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
                    case PITCH -> Math.toDegrees(Math.atan2(staticX, Math.sqrt(staticY * staticY + staticZ * staticZ)));
                    case ROLL -> Math.toDegrees(Math.atan2(staticY, staticZ));
                };
    }
}
