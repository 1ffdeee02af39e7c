package org.ethotag.quantization;

import java.util.Arrays;
import java.util.Locale;
import org.ethotag.problem.ProblemException;

/** Weights and biases of one matrix in floating point, on their way to integers (fixed-point 2.4). */
final class RealLayer {
    /** Where the search for the fraction of a matrix of zeros ends. */
    private static final int MOST_WEIGHT_FRACTION_BITS = 30;

    private final String name;
    private final int rows;
    private final int columns;
    /** [row][column], row-major */
    private final float[] weights;
    /** [row] */
    private final float[] bias;

    RealLayer(String name, int rows, int columns, float[] weights, float[] bias) {
        if (weights.length != rows * columns || bias.length != rows) {
            throw new IllegalArgumentException(name + " is not " + rows + " x " + columns);
        }
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * A matrix in integers.
     *
     * @param bias [row], with the rounding constant of the row's shift folded in, if it is above 0
     * @param shifts [row]
     * @param outputBits fraction bits after the shift
     */
    record Quantized(IntMatrix weights, IntMatrix bias, IntMatrix shifts, int outputBits) {}

    /**
     * What the integers have to fit.
     *
     * @param weightBits width of a weight
     * @param inputBits fraction bits of what comes in
     * @param outputBits fraction bits wanted after the shift
     * @param largestInput largest magnitude of an incoming integer
     * @param rounding of the shift
     */
    record Target(int weightBits, int inputBits, int outputBits, int largestInput, Rounding rounding) {
        int shift(int fractionBits) {
            return fractionBits + inputBits - outputBits;
        }

        int fractionBits(int shift) {
            return shift + outputBits - inputBits;
        }
    }

    /** The same layer with rows and columns of zeros added. */
    RealLayer padded(int toRows, int toColumns) {
        float[] moreWeights = new float[toRows * toColumns];
        float[] moreBias = new float[toRows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights, row * columns, moreWeights, row * toColumns, columns);
            moreBias[row] = bias[row];
        }
        return new RealLayer(name, toRows, toColumns, moreWeights, moreBias);
    }

    /** No output can be larger in magnitude when no input is larger than {@code largestInput}. */
    double largestOutput(double largestInput) {
        double[] reach = new double[columns];
        Arrays.fill(reach, largestInput);
        return largestOutput(reach);
    }

    /** The same when no input is larger than {@code reach} has it, [column]. */
    double largestOutput(double[] reach) {
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            double sum = Math.abs((double) bias[row]);
            for (int column = 0; column < columns; column++) {
                sum += reach[column] * Math.abs((double) weights[row * columns + column]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /**
     * The finest weights with one scale for which every row stays inside int32 and the shift inside its limits.
     *
     * @throws ProblemException if the weights are too large for the smallest shift
     */
    Quantized quantize(Target target) {
        return at(finest(target), target);
    }

    /** The same with a scale for every row. */
    Quantized quantizeRows(Target target) {
        int[] fractionBits = new int[rows];
        for (int row = 0; row < rows; row++) {
            fractionBits[row] = finest(target, row, row + 1);
        }
        return integers(fractionBits, target);
    }

    /**
     * Fraction bits of the finest weights with one scale.
     *
     * @throws ProblemException if the weights are too large for the smallest shift
     */
    int finest(Target target) {
        return finest(target, 0, rows);
    }

    /** The weights with that many fraction bits, which {@link #finest} must have allowed. */
    Quantized at(int fractionBits, Target target) {
        int[] same = new int[rows];
        Arrays.fill(same, fractionBits);
        return integers(same, target);
    }

    private int finest(Target target, int from, int to) {
        for (int shift = FixedPoint.LARGEST_SHIFT; shift >= FixedPoint.SMALLEST_SHIFT; shift--) {
            int fractionBits = target.fractionBits(shift);
            if (fits(target, fractionBits, shift, from, to)) {
                return fractionBits;
            }
        }
        throw tooLarge();
    }

    /**
     * The finest weights with one scale and without a shift behind the sum.
     *
     * @throws ProblemException if no scale is coarse enough
     */
    Quantized quantizeUnshifted(Target target) {
        int fractionBits = finestUnshifted(target, 0, rows);
        return at(fractionBits, unshifted(target, fractionBits));
    }

    /** The same with a scale for every row; finer rows are shifted to the format of the coarsest one. */
    Quantized quantizeRowsUnshifted(Target target) {
        int[] fractionBits = new int[rows];
        for (int row = 0; row < rows; row++) {
            fractionBits[row] = finestUnshifted(target, row, row + 1);
        }
        int coarsest = Arrays.stream(fractionBits).min().orElseThrow();
        var common = unshifted(target, coarsest);
        for (int row = 0; row < rows; row++) {
            int finest = Math.min(fractionBits[row], coarsest + FixedPoint.LARGEST_SHIFT);
            while (finest > coarsest && !fits(common, finest, common.shift(finest), row, row + 1)) {
                finest--;
            }
            fractionBits[row] = finest;
        }
        return integers(fractionBits, common);
    }

    private int finestUnshifted(Target target, int from, int to) {
        for (int bits = MOST_WEIGHT_FRACTION_BITS; bits >= -target.inputBits(); bits--) {
            if (fits(target, bits, 0, from, to)) {
                return bits;
            }
        }
        throw tooLarge();
    }

    private static Target unshifted(Target target, int fractionBits) {
        return new Target(
                target.weightBits(),
                target.inputBits(),
                target.inputBits() + fractionBits,
                target.largestInput(),
                target.rounding());
    }

    ProblemException tooLarge() {
        String largest = String.format(Locale.ROOT, "%.1f", largestOutput(1));
        return new ProblemException(QuantizationProblem.WEIGHTS_TOO_LARGE, name, largest);
    }

    private boolean fits(Target target, int fractionBits, int shift, int from, int to) {
        long largestWeight = FixedPoint.largest(target.weightBits());
        double rounding = target.rounding().constant(shift);
        for (int row = from; row < to; row++) {
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                double scaled = Math.scalb((double) weights[row * columns + column], fractionBits);
                if (Math.abs(scaled) > largestWeight) {
                    return false;
                }
                sum += Math.abs(roundHalfUp(scaled));
            }
            double scaledBias =
                    Math.abs(roundHalfUp(Math.scalb((double) bias[row], fractionBits + target.inputBits())));
            if (target.largestInput() * sum + scaledBias + rounding > RowBound.LIMIT) {
                return false;
            }
        }
        return true;
    }

    private Quantized integers(int[] fractionBits, Target target) {
        int[] integers = new int[weights.length];
        int[] biases = new int[rows];
        int[] shifts = new int[rows];
        for (int row = 0; row < rows; row++) {
            shifts[row] = target.shift(fractionBits[row]);
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                integers[i] = (int) roundHalfUp(Math.scalb((double) weights[i], fractionBits[row]));
            }
            biases[row] = (int) roundHalfUp(Math.scalb((double) bias[row], fractionBits[row] + target.inputBits()))
                    + target.rounding().constant(shifts[row]);
        }
        return new Quantized(
                IntMatrix.of(rows, columns, integers),
                IntMatrix.column(biases),
                IntMatrix.column(shifts),
                target.outputBits());
    }

    private static double roundHalfUp(double value) {
        return Math.floor(value + 0.5);
    }
}
