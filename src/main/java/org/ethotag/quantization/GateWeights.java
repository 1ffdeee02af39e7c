package org.ethotag.quantization;

/**
 * One gate of the quantized GRU. Each bias has the rounding constant of its shift folded in: it is
 * round(b 2^fraction) + 2^(shift-1), so that a plain arithmetic shift rounds half up.
 *
 * @param input [hidden][inputs]
 * @param recurrent [hidden][hidden]
 * @param inputBias [hidden]
 * @param recurrentBias [hidden]
 * @param inputShifts [hidden], from the input sum to the pre-activation, 1 to 30; all the same unless rows have scales
 * @param recurrentShifts [hidden], from the recurrent sum to the pre-activation (for the new state: to its recurrent part)
 */
public record GateWeights(
        IntMatrix input,
        IntMatrix recurrent,
        IntMatrix inputBias,
        IntMatrix recurrentBias,
        IntMatrix inputShifts,
        IntMatrix recurrentShifts) {
    public GateWeights {
        FixedPoint.requireShifts(inputShifts);
        FixedPoint.requireShifts(recurrentShifts);
        int hidden = recurrent.rows();
        if (recurrent.columns() != hidden
                || input.rows() != hidden
                || inputBias.rows() != hidden
                || recurrentBias.rows() != hidden
                || inputShifts.rows() != hidden
                || recurrentShifts.rows() != hidden) {
            throw new IllegalArgumentException("shapes do not match: " + input + " and " + recurrent);
        }
    }

    /** A gate with one scale per matrix, as the model blob has it. */
    public GateWeights(
            IntMatrix input,
            IntMatrix recurrent,
            IntMatrix inputBias,
            IntMatrix recurrentBias,
            int inputShift,
            int recurrentShift) {
        this(
                input,
                recurrent,
                inputBias,
                recurrentBias,
                IntMatrix.filled(input.rows(), inputShift),
                IntMatrix.filled(recurrent.rows(), recurrentShift));
    }

    /** Whether every row has the same scale. */
    public boolean hasOneScale() {
        return inputShifts.isUniform() && recurrentShifts.isUniform();
    }

    /**
     * The shift of all rows behind the input sum.
     *
     * @throws IllegalStateException if rows have their own
     */
    public int inputShift() {
        return FixedPoint.common(inputShifts);
    }

    /**
     * The shift of all rows behind the recurrent sum.
     *
     * @throws IllegalStateException if rows have their own
     */
    public int recurrentShift() {
        return FixedPoint.common(recurrentShifts);
    }
}
