package org.ethotag.signal;

import java.util.Arrays;
import java.util.Locale;

/**
 * A turn of the three axes. It is known by its angles, so that whoever reads the angles has the very same matrix, on
 * every machine: R = Rz(yaw) Ry(pitch) Rx(roll), and R times what a sensor says is the acceleration in the turned axes.
 *
 * @param yawDegrees about z, last
 * @param pitchDegrees about y
 * @param rollDegrees about x, first
 */
public record Rotation(double yawDegrees, double pitchDegrees, double rollDegrees) {
    private static final int AXES = Samples.AXES;
    /** Angles are kept to a tenth of a degree: finer than anyone mounts, and they survive being written down. */
    private static final double STEPS_PER_DEGREE = 10;

    private static final double HALF_CIRCLE = 180;
    /** Cosine of pitch below which yaw and roll turn about the same axis. */
    private static final double GIMBAL_LOCK = 1e-6;

    public Rotation {
        if (!(Double.isFinite(yawDegrees) && Double.isFinite(pitchDegrees) && Double.isFinite(rollDegrees))) {
            throw new IllegalArgumentException("angles " + yawDegrees + ", " + pitchDegrees + ", " + rollDegrees);
        }
        yawDegrees = kept(yawDegrees);
        pitchDegrees = kept(pitchDegrees);
        rollDegrees = kept(rollDegrees);
    }

    /** Axes as they are. */
    public static Rotation none() {
        return new Rotation(0, 0, 0);
    }

    /**
     * The rotation with that matrix, to a tenth of a degree in each angle.
     *
     * @param matrix [row][column], orthogonal
     */
    public static Rotation of(double[][] matrix) {
        double across = StrictMath.hypot(matrix[0][0], matrix[1][0]);
        double pitch = StrictMath.atan2(-matrix[2][0], across);
        if (across < GIMBAL_LOCK) {
            return degrees(0, pitch, StrictMath.atan2(-matrix[1][2], matrix[1][1]));
        }
        return degrees(
                StrictMath.atan2(matrix[1][0], matrix[0][0]), pitch, StrictMath.atan2(matrix[2][1], matrix[2][2]));
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static Rotation parse(String text) {
        double[] angles = Arrays.stream(text.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (angles.length != AXES) {
            throw new IllegalArgumentException("three angles are needed, not " + text);
        }
        return new Rotation(angles[0], angles[1], angles[2]);
    }

    /** Yaw, pitch and roll with commas between. */
    public String text() {
        return String.format(Locale.ROOT, "%.1f,%.1f,%.1f", yawDegrees, pitchDegrees, rollDegrees);
    }

    /** [row][column]. */
    public double[][] matrix() {
        double cy = cosine(yawDegrees);
        double sy = sine(yawDegrees);
        double cp = cosine(pitchDegrees);
        double sp = sine(pitchDegrees);
        double cr = cosine(rollDegrees);
        double sr = sine(rollDegrees);
        return new double[][] {
            {cy * cp, cy * sp * sr - sy * cr, cy * sp * cr + sy * sr},
            {sy * cp, sy * sp * sr + cy * cr, sy * sp * cr - cy * sr},
            {-sp, cp * sr, cp * cr}
        };
    }

    /**
     * Turns a block in place.
     *
     * @param values [axis][sample] row-major
     */
    public void turn(float[] values) {
        double[][] matrix = matrix();
        int length = values.length / AXES;
        for (int i = 0; i < length; i++) {
            double x = values[i];
            double y = values[length + i];
            double z = values[2 * length + i];
            for (int axis = 0; axis < AXES; axis++) {
                values[axis * length + i] = (float) (matrix[axis][0] * x + matrix[axis][1] * y + matrix[axis][2] * z);
            }
        }
    }

    /** The turn back. */
    public Rotation inverse() {
        return of(transposed(matrix()));
    }

    /** First {@code first}, then this. */
    public Rotation after(Rotation first) {
        return of(product(matrix(), first.matrix()));
    }

    /** The one turn that leads from here to the other, 0 to 180 degrees. */
    public double degreesTo(Rotation other) {
        double[][] between = product(other.matrix(), transposed(matrix()));
        double cosine = (between[0][0] + between[1][1] + between[2][2] - 1) / 2;
        return StrictMath.toDegrees(StrictMath.acos(Math.clamp(cosine, -1, 1)));
    }

    private static Rotation degrees(double yaw, double pitch, double roll) {
        return new Rotation(StrictMath.toDegrees(yaw), StrictMath.toDegrees(pitch), StrictMath.toDegrees(roll));
    }

    /** Above -180, at most 180, in tenths; no negative zero. */
    private static double kept(double degrees) {
        double tenths = Math.rint(Math.IEEEremainder(degrees, 2 * HALF_CIRCLE) * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
        return (tenths <= -HALF_CIRCLE ? HALF_CIRCLE : tenths) + 0.0;
    }

    /** Exact at the quarters. */
    private static double cosine(double degrees) {
        return degrees == 90 || degrees == -90 ? 0 : StrictMath.cos(StrictMath.toRadians(degrees));
    }

    private static double sine(double degrees) {
        return degrees == HALF_CIRCLE ? 0 : StrictMath.sin(StrictMath.toRadians(degrees));
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[AXES][AXES];
        for (int row = 0; row < AXES; row++) {
            for (int column = 0; column < AXES; column++) {
                result[column][row] = matrix[row][column];
            }
        }
        return result;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[AXES][AXES];
        for (int row = 0; row < AXES; row++) {
            for (int column = 0; column < AXES; column++) {
                for (int i = 0; i < AXES; i++) {
                    result[row][column] += a[row][i] * b[i][column];
                }
            }
        }
        return result;
    }
}
