package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;

/**
 * One dense layer as integers. The perceptron's hidden one and an input perceptron shift, cut below 0 and saturate:
 * SAT(max(0, sum &gt;&gt; shift)), their rounding constant being inside the bias; the last one gives its sums as logits.
 * Only rows with scales of their own make the last one shift as well, to bring all logits to one format.
 *
 * @param weights [outputs][inputs]
 * @param bias [outputs]
 * @param inputBits width of what comes in; it is aligned to 16 bits before the product
 * @param inputFractionBits of what comes in, once aligned
 * @param outputFractionBits after the shift
 * @param shifts [outputs], from the sum to the output; 1 to 30, of the last layer 0 to 30 and at
 *     least one 0
 * @param arithmetic widths of weights and of the output, rounding
 */
public record QuantizedDense(
        IntMatrix weights,
        IntMatrix bias,
        int inputBits,
        int inputFractionBits,
        int outputFractionBits,
        IntMatrix shifts,
        LayerArithmetic arithmetic) {
    public QuantizedDense {
        if (bias.rows() != weights.rows() || shifts.rows() != weights.rows()) {
            throw new IllegalArgumentException("shapes do not match: " + weights + " and " + bias);
        }
        for (int shift : shifts.toArray()) {
            if (shift != 0) {
                FixedPoint.requireShift(shift);
            }
        }
    }

    /** GRUQ-1 with int16 weights: one scale, one shift; 0 for the last layer. */
    public QuantizedDense(IntMatrix weights, IntMatrix bias, int inputFractionBits, int weightFractionBits, int shift) {
        this(
                weights,
                bias,
                Short.SIZE,
                inputFractionBits,
                inputFractionBits + weightFractionBits - shift,
                IntMatrix.filled(weights.rows(), shift),
                LayerArithmetic.gruq1(Short.SIZE));
    }

    QuantizedDense withWeightBits(int bits) {
        return new QuantizedDense(
                weights,
                bias,
                inputBits,
                inputFractionBits,
                outputFractionBits,
                shifts,
                arithmetic.withWeightBits(bits));
    }

    /** Values in. */
    public int inputs() {
        return weights.columns();
    }

    /** Values out. */
    public int outputs() {
        return weights.rows();
    }

    /** Products of weights with values. */
    long products() {
        return (long) inputs() * outputs();
    }

    /** Whether every row has the same scale. */
    public boolean hasOneScale() {
        return shifts.isUniform();
    }

    /** Whether this is the last layer, whose outputs are logits. */
    public boolean isLast() {
        for (int shift : shifts.toArray()) {
            if (shift == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The shift of all rows.
     *
     * @throws IllegalStateException if rows have their own
     */
    public int shift() {
        return FixedPoint.common(shifts);
    }

    /** Fraction bits of the weights of one row. */
    public int weightFractionBits(int row) {
        return sumFractionBits(row) - inputFractionBits;
    }

    /**
     * Fraction bits of all weights.
     *
     * @throws IllegalStateException if rows have their own
     */
    public int weightFractionBits() {
        return sumFractionBits() - inputFractionBits;
    }

    /** Fraction bits of the sum of one row. */
    public int sumFractionBits(int row) {
        return outputFractionBits + shifts.at(row);
    }

    /**
     * Fraction bits of all sums.
     *
     * @throws IllegalStateException if rows have their own
     */
    public int sumFractionBits() {
        return outputFractionBits + shift();
    }

    /** The edge that the sums flow on, behind the recurrent layer. */
    public EdgeName sumEdge() {
        if (isLast()) {
            return hasOneScale() ? EdgeName.LOGITS : EdgeName.LOGIT_SUM;
        }
        return EdgeName.PERCEPTRON_SUM;
    }

    /** The overflow proof of every row, behind the recurrent layer. */
    public List<RowBound> bounds() {
        return bounds(sumEdge(), FixedPoint.largestAligned(inputBits));
    }

    /**
     * The overflow proof of every row.
     *
     * @param sum the edge that the sums flow on
     * @param largestInput largest magnitude of what comes in, once aligned
     */
    List<RowBound> bounds(EdgeName sum, int largestInput) {
        var bounds = new ArrayList<RowBound>();
        for (int row = 0; row < outputs(); row++) {
            bounds.add(RowBound.of(sum, weights, bias, row, largestInput));
        }
        return List.copyOf(bounds);
    }
}
