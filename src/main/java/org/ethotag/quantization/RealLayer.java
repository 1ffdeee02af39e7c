package org.ethotag.quantization;

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
     * @param bias with the rounding constant of {@code shift} folded in, if {@code shift} is above 0
     * @param fractionBits of the weights
     */
    record Quantized(IntMatrix weights, IntMatrix bias, int fractionBits, int shift) {}

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
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            double sum = Math.abs((double) bias[row]);
            for (int column = 0; column < columns; column++) {
                sum += largestInput * Math.abs((double) weights[row * columns + column]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /**
     * The finest weights for which every row stays inside int32 and the shift inside its limits.
     *
     * @param inputBits fraction bits of what comes in
     * @param outputBits fraction bits wanted after the shift
     * @param largestInput largest magnitude of an incoming integer
     * @throws ProblemException if the weights are too large for the smallest shift
     */
    Quantized quantize(int weightBits, int inputBits, int outputBits, int largestInput) {
        int atShift0 = outputBits - inputBits;
        for (int shift = FixedPoint.LARGEST_SHIFT; shift >= FixedPoint.SMALLEST_SHIFT; shift--) {
            int fractionBits = atShift0 + shift;
            if (fits(weightBits, fractionBits, inputBits, shift, largestInput)) {
                return integers(fractionBits, inputBits, shift);
            }
        }
        throw tooLarge();
    }

    /** The same without a shift behind the sum. */
    Quantized quantizeUnshifted(int weightBits, int inputBits, int largestInput) {
        for (int fractionBits = MOST_WEIGHT_FRACTION_BITS; fractionBits >= -inputBits; fractionBits--) {
            if (fits(weightBits, fractionBits, inputBits, 0, largestInput)) {
                return integers(fractionBits, inputBits, 0);
            }
        }
        throw tooLarge();
    }

    private ProblemException tooLarge() {
        return new ProblemException(QuantizationProblem.WEIGHTS_TOO_LARGE, name, largestOutput(1));
    }

    private boolean fits(int weightBits, int fractionBits, int inputBits, int shift, int largestInput) {
        long largestWeight = (1L << (weightBits - 1)) - 1;
        double rounding = shift == 0 ? 0 : FixedPoint.half(shift);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                double scaled = Math.scalb((double) weights[row * columns + column], fractionBits);
                if (Math.abs(scaled) > largestWeight) {
                    return false;
                }
                sum += Math.abs(roundHalfUp(scaled));
            }
            double scaledBias = Math.abs(roundHalfUp(Math.scalb((double) bias[row], fractionBits + inputBits)));
            if (largestInput * sum + scaledBias + rounding > RowBound.LIMIT) {
                return false;
            }
        }
        return true;
    }

    private Quantized integers(int fractionBits, int inputBits, int shift) {
        int[] integers = new int[weights.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) roundHalfUp(Math.scalb((double) weights[i], fractionBits));
        }
        int[] biases = new int[rows];
        int rounding = shift == 0 ? 0 : FixedPoint.half(shift);
        for (int row = 0; row < rows; row++) {
            biases[row] = (int) roundHalfUp(Math.scalb((double) bias[row], fractionBits + inputBits)) + rounding;
        }
        return new Quantized(IntMatrix.of(rows, columns, integers), IntMatrix.column(biases), fractionBits, shift);
    }

    private static double roundHalfUp(double value) {
        return Math.floor(value + 0.5);
    }
}
