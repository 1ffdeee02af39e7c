package org.ethotag.quantization;

/**
 * One gate of the quantized GRU. Each bias has the rounding constant of its shift folded in: it is
 * round(b 2^fraction) + 2^(shift-1), so that a plain arithmetic shift rounds half up.
 *
 * @param input [hidden][inputs]
 * @param recurrent [hidden][hidden]
 * @param inputBias [hidden]
 * @param recurrentBias [hidden]
 * @param inputShift from the input sum to the pre-activation, 1 to 30
 * @param recurrentShift from the recurrent sum to the pre-activation (for the new state: to its recurrent part)
 */
public record GateWeights(
        IntMatrix input,
        IntMatrix recurrent,
        IntMatrix inputBias,
        IntMatrix recurrentBias,
        int inputShift,
        int recurrentShift) {
    public GateWeights {
        FixedPoint.requireShift(inputShift);
        FixedPoint.requireShift(recurrentShift);
        int hidden = recurrent.rows();
        if (recurrent.columns() != hidden
                || input.rows() != hidden
                || inputBias.rows() != hidden
                || recurrentBias.rows() != hidden) {
            throw new IllegalArgumentException("shapes do not match: " + input + " and " + recurrent);
        }
    }
}
