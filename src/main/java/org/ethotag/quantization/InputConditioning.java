package org.ethotag.quantization;

import org.ethotag.dataset.Normalization;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.Samples;

/**
 * From sensor counts to what the network sees: x = SAT16((m (raw - offset) + 2^(shift-1)) &gt;&gt; shift). Axis map, mounting
 * rotation, sensor scale and normalisation in one matrix (fixed-point 2.3). It belongs to the deployment: a tag may keep
 * its own.
 *
 * @param offset counts, one per axis, each an int16
 * @param matrix [output axis][sensor axis], int16
 * @param shift 1 to 30
 */
public record InputConditioning(IntMatrix offset, IntMatrix matrix, int shift) {
    /** |raw - offset| is at most this, both being int16. */
    static final int LARGEST_DIFFERENCE = 65535;

    private static final int LARGEST_COEFFICIENT = 32767;

    public InputConditioning {
        FixedPoint.requireShift(shift);
        if (offset.rows() != Samples.AXES || matrix.rows() != Samples.AXES || matrix.columns() != Samples.AXES) {
            throw new IllegalArgumentException("three axes are needed, not " + offset + " and " + matrix);
        }
        for (int value : offset.toArray()) {
            if (value != (short) value) {
                throw new IllegalArgumentException("the offset " + value + " is no int16");
            }
        }
        for (int row = 0; row < Samples.AXES; row++) {
            if (!rowHolds(matrix.absoluteSum(row), shift)) {
                throw new IllegalArgumentException("row " + row + " of the conditioning matrix could overflow");
            }
        }
    }

    /** Whether a row with that sum of magnitudes keeps its int32 sum, rounding constant included, from overflowing. */
    public static boolean rowHolds(long absoluteSum, int shift) {
        return absoluteSum <= LARGEST_COEFFICIENT
                && LARGEST_DIFFERENCE * absoluteSum + FixedPoint.half(shift) <= RowBound.LIMIT;
    }

    /**
     * The conditioning that turns counts into normalised values with {@code fractionBits}.
     *
     * @param rotation [network axis][sensor axis]: turns the sensor's axes into those of the training data; orthogonal
     * @throws IllegalArgumentException if no shift can hold the matrix, see {@link #fits}
     */
    public static InputConditioning of(
            Normalization normalization, SensorScale sensor, int fractionBits, double[][] rotation) {
        double[][] real = realMatrix(normalization, sensor, fractionBits, rotation);
        int shift = FixedPoint.LARGEST_SHIFT;
        while (shift > FixedPoint.SMALLEST_SHIFT && !holds(rounded(real, shift), shift)) {
            shift--;
        }
        int[] offset = new int[Samples.AXES];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double meanG = 0;
            for (int from = 0; from < Samples.AXES; from++) {
                meanG += rotation[from][axis] * normalization.meanG().get(from);
            }
            offset[axis] = sensor.counts((float) meanG);
        }
        return new InputConditioning(
                IntMatrix.column(offset),
                IntMatrix.of(Samples.AXES, Samples.AXES, toInts(rounded(real, shift))),
                shift);
    }

    /**
     * The same for a sensor that sits otherwise: the matrix times the rotation, the offset turned back.
     *
     * @param rotation turns what that sensor says into the axes that this conditioning expects
     * @throws IllegalArgumentException if an offset leaves int16, which no offset within one g does
     */
    public InputConditioning turned(Rotation rotation) {
        double[][] turn = rotation.matrix();
        double[][] real = new double[Samples.AXES][Samples.AXES];
        int[] back = new int[Samples.AXES];
        for (int column = 0; column < Samples.AXES; column++) {
            double sum = 0;
            for (int i = 0; i < Samples.AXES; i++) {
                sum += turn[i][column] * offset.at(i);
                for (int row = 0; row < Samples.AXES; row++) {
                    real[row][column] += Math.scalb((double) matrix.at(row, i), -shift) * turn[i][column];
                }
            }
            back[column] = (int) Math.rint(sum);
        }
        int finest = FixedPoint.LARGEST_SHIFT;
        while (finest > FixedPoint.SMALLEST_SHIFT && !holds(rounded(real, finest), finest)) {
            finest--;
        }
        return new InputConditioning(
                IntMatrix.column(back),
                IntMatrix.of(Samples.AXES, Samples.AXES, toInts(rounded(real, finest))),
                finest);
    }

    /** The sensor's axes are those of the training data. */
    public static double[][] identity() {
        return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }

    /** Whether the finest gain that this needs can be written with the smallest shift. */
    static boolean fits(Normalization normalization, SensorScale sensor, int fractionBits, double[][] rotation) {
        var coarsest = rounded(realMatrix(normalization, sensor, fractionBits, rotation), FixedPoint.SMALLEST_SHIFT);
        return holds(coarsest, FixedPoint.SMALLEST_SHIFT);
    }

    /** One conditioned value, int16; {@code axis} is the network's. */
    public int apply(int axis, int rawX, int rawY, int rawZ) {
        return FixedPoint.saturate16(unlimited(axis, rawX, rawY, rawZ));
    }

    /** The same before saturation. */
    int unlimited(int axis, int rawX, int rawY, int rawZ) {
        int sum = matrix.at(axis, 0) * (rawX - offset.at(0))
                + matrix.at(axis, 1) * (rawY - offset.at(1))
                + matrix.at(axis, 2) * (rawZ - offset.at(2));
        return (sum + FixedPoint.half(shift)) >> shift;
    }

    private static double[][] realMatrix(
            Normalization normalization, SensorScale sensor, int fractionBits, double[][] rotation) {
        double[][] real = new double[Samples.AXES][Samples.AXES];
        for (int i = 0; i < Samples.AXES; i++) {
            for (int j = 0; j < Samples.AXES; j++) {
                double perCount = rotation[i][j] / (normalization.spreadG().get(i) * sensor.countsPerG());
                real[i][j] = Math.scalb(perCount, fractionBits);
            }
        }
        return real;
    }

    private static double[][] rounded(double[][] real, int shift) {
        double[][] rounded = new double[Samples.AXES][Samples.AXES];
        for (int i = 0; i < Samples.AXES; i++) {
            for (int j = 0; j < Samples.AXES; j++) {
                rounded[i][j] = Math.rint(Math.scalb(real[i][j], shift));
            }
        }
        return rounded;
    }

    private static boolean holds(double[][] rounded, int shift) {
        for (double[] row : rounded) {
            double sum = Math.abs(row[0]) + Math.abs(row[1]) + Math.abs(row[2]);
            if (sum > LARGEST_COEFFICIENT || !rowHolds((long) sum, shift)) {
                return false;
            }
        }
        return true;
    }

    private static int[] toInts(double[][] values) {
        int[] ints = new int[Samples.AXES * Samples.AXES];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) values[i / Samples.AXES][i % Samples.AXES];
        }
        return ints;
    }
}
