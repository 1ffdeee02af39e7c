package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;

/**
 * The recurrent layer as integers.
 *
 * @param inputFractionBits of x
 * @param newFractionBits of the new state's recurrent part: 12, or 11 where its bound needs it
 * @param gates in the order of {@link Gate}
 */
public record QuantizedGru(int inputFractionBits, int newFractionBits, List<GateWeights> gates) {
    public QuantizedGru {
        gates = List.copyOf(gates);
        if (gates.size() != Gate.values().length) {
            throw new IllegalArgumentException("a GRU has three gates, not " + gates.size());
        }
        if (newFractionBits != FixedPoint.PRE_FRACTION_BITS && newFractionBits != FixedPoint.PRE_FRACTION_BITS - 1) {
            throw new IllegalArgumentException("not 11 or 12 fraction bits: " + newFractionBits);
        }
        if (gates.getFirst().recurrent().rows() % FixedPoint.HIDDEN_STEP != 0) {
            throw new IllegalArgumentException("hidden units come in fours");
        }
        for (GateWeights gate : gates) {
            if (gate.recurrent().rows() != gates.getFirst().recurrent().rows()
                    || gate.input().columns() != gates.getFirst().input().columns()) {
                throw new IllegalArgumentException("the gates have different shapes");
            }
        }
    }

    /** Units, a multiple of 4. */
    public int hidden() {
        return gates.getFirst().recurrent().rows();
    }

    /** Values per sample. */
    public int inputs() {
        return gates.getFirst().input().columns();
    }

    /** One gate. */
    public GateWeights gate(Gate gate) {
        return gates.get(gate.index());
    }

    /** Fraction bits of a gate's input weights. */
    public int inputWeightFractionBits(Gate gate) {
        return gate(gate).inputShift() + FixedPoint.PRE_FRACTION_BITS - inputFractionBits;
    }

    /** Fraction bits of a gate's recurrent weights. */
    public int recurrentWeightFractionBits(Gate gate) {
        int target = gate == Gate.NEW ? newFractionBits : FixedPoint.PRE_FRACTION_BITS;
        return gate(gate).recurrentShift() + target - FixedPoint.STATE_FRACTION_BITS;
    }

    /** The overflow proof of every row. */
    public List<RowBound> bounds() {
        var bounds = new ArrayList<RowBound>();
        for (Gate gate : Gate.values()) {
            var weights = gate(gate);
            for (int row = 0; row < hidden(); row++) {
                bounds.add(RowBound.of(
                        EdgeName.inputSum(gate), weights.input(), weights.inputBias(), row, FixedPoint.LARGEST_INPUT));
                bounds.add(RowBound.of(
                        EdgeName.recurrentSum(gate),
                        weights.recurrent(),
                        weights.recurrentBias(),
                        row,
                        FixedPoint.LARGEST_STATE));
            }
        }
        return List.copyOf(bounds);
    }
}
