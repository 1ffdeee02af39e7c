package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;

/**
 * One layer of the perceptron as integers. The hidden one rounds, cuts below 0 and saturates: SAT16(max(0, sum &gt;&gt;
 * shift)), its rounding constant being inside the bias; the last one has shift 0 and gives its sums as logits.
 *
 * @param weights [outputs][inputs]
 * @param bias [outputs]
 * @param inputFractionBits of what comes in
 * @param weightFractionBits of the weights
 * @param shift from the sum to the output; 0 for the last layer
 */
public record QuantizedDense(
        IntMatrix weights, IntMatrix bias, int inputFractionBits, int weightFractionBits, int shift) {
    public QuantizedDense {
        if (bias.rows() != weights.rows()) {
            throw new IllegalArgumentException("shapes do not match: " + weights + " and " + bias);
        }
        if (shift != 0) {
            FixedPoint.requireShift(shift);
        }
    }

    /** Values in. */
    public int inputs() {
        return weights.columns();
    }

    /** Values out. */
    public int outputs() {
        return weights.rows();
    }

    /** Fraction bits of the sum. */
    public int sumFractionBits() {
        return inputFractionBits + weightFractionBits;
    }

    /** Fraction bits of the output. */
    public int outputFractionBits() {
        return sumFractionBits() - shift;
    }

    /** The overflow proof of every row. */
    public List<RowBound> bounds() {
        var bounds = new ArrayList<RowBound>();
        var edge = shift == 0 ? EdgeName.LOGITS : EdgeName.PERCEPTRON_SUM;
        for (int row = 0; row < outputs(); row++) {
            bounds.add(RowBound.of(edge, weights, bias, row, FixedPoint.LARGEST_STATE));
        }
        return List.copyOf(bounds);
    }
}
