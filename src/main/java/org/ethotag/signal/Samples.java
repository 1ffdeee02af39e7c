package org.ethotag.signal;

import java.util.Arrays;

/**
 * A block of acceleration on three axes, in g. Immutable: arrays are copied on the way in and out.
 */
public final class Samples {
    /** x, y and z. */
    public static final int AXES = 3;

    /** [axis][sample] */
    private final float[][] g;

    private Samples(float[][] g) {
        this.g = g;
    }

    /**
     * Copies a block.
     *
     * @param accelerationG [axis][sample], three axes of the same length
     */
    public static Samples of(float[][] accelerationG) {
        if (accelerationG.length != AXES
                || accelerationG[1].length != accelerationG[0].length
                || accelerationG[2].length != accelerationG[0].length) {
            throw new IllegalArgumentException("three axes of one length are needed");
        }
        return new Samples(Arrays.stream(accelerationG).map(float[]::clone).toArray(float[][]::new));
    }

    /** How many samples on each axis. */
    public int length() {
        return g[0].length;
    }

    /** Acceleration in g; NaN where the recording has no finite value. */
    public float at(int axis, int sample) {
        return g[axis][sample];
    }

    /** A copy of one axis, in g. */
    public float[] axis(int axis) {
        return g[axis].clone();
    }

    /** A copy of all, [axis][sample], in g. */
    public float[][] toArray() {
        return Arrays.stream(g).map(float[]::clone).toArray(float[][]::new);
    }

    /** A copy of all, [axis][sample] row-major, in g: as datasets and networks have a window. */
    public float[] rowMajor() {
        float[] values = new float[AXES * length()];
        for (int axis = 0; axis < AXES; axis++) {
            System.arraycopy(g[axis], 0, values, axis * length(), length());
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples samples && Arrays.deepEquals(g, samples.g);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(g);
    }

    @Override
    public String toString() {
        return length() + " samples";
    }
}
