package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;

/**
 * The recurrent layer as integers. Fraction bits are those of the value at 16 bits; a value of b bits has 16 - b fewer.
 *
 * @param inputFractionBits of x, or of what an input perceptron makes of it
 * @param newFractionBits of the new state's recurrent part: 12, or 11 where its bound needs it
 * @param gates in the order of {@link Gate}
 * @param stateBits of h, 4 to 16; 16 in GRUQ-1
 * @param arithmetic widths of weights and gates, rounding
 */
public record QuantizedGru(
        int inputFractionBits,
        int newFractionBits,
        List<GateWeights> gates,
        int stateBits,
        LayerArithmetic arithmetic) {
    public QuantizedGru {
        gates = List.copyOf(gates);
        if (gates.size() != Gate.values().length) {
            throw new IllegalArgumentException("a GRU has three gates, not " + gates.size());
        }
        if (newFractionBits != FixedPoint.PRE_FRACTION_BITS && newFractionBits != FixedPoint.PRE_FRACTION_BITS - 1) {
            throw new IllegalArgumentException("not 11 or 12 fraction bits: " + newFractionBits);
        }
        if (stateBits < LayerSettings.FEWEST_STATE_BITS || stateBits > Short.SIZE) {
            throw new IllegalArgumentException("no state of " + stateBits + " bits");
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

    /** GRUQ-1 with int16 weights. */
    public QuantizedGru(int inputFractionBits, int newFractionBits, List<GateWeights> gates) {
        this(inputFractionBits, newFractionBits, gates, Short.SIZE, LayerArithmetic.gruq1(Short.SIZE));
    }

    QuantizedGru withWeightBits(int bits) {
        return new QuantizedGru(inputFractionBits, newFractionBits, gates, stateBits, arithmetic.withWeightBits(bits));
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

    /** Format of the gates' arguments: plus and minus 8. */
    public QFormat preFormat() {
        return narrowed(FixedPoint.PRE_FRACTION_BITS);
    }

    /** Format of the new state's recurrent part. */
    public QFormat newRecurrentFormat() {
        return narrowed(newFractionBits);
    }

    /** Format of r, z and n. */
    public QFormat gateFormat() {
        return narrowed(FixedPoint.STATE_FRACTION_BITS);
    }

    /** Format of h. */
    public QFormat stateFormat() {
        return new QFormat(stateBits, stateBits - 1);
    }

    /** The shift behind r times the recurrent part of the new state. */
    public int productShift() {
        return gateFormat().fractionBits()
                + newRecurrentFormat().fractionBits()
                - preFormat().fractionBits();
    }

    /** Fraction bits of the input weights of one row of a gate. */
    public int inputWeightFractionBits(Gate gate, int row) {
        return gate(gate).inputShifts().at(row) + preFormat().fractionBits() - inputFractionBits;
    }

    /** Fraction bits of the recurrent weights of one row of a gate. */
    public int recurrentWeightFractionBits(Gate gate, int row) {
        var target = gate == Gate.NEW ? newRecurrentFormat() : preFormat();
        return gate(gate).recurrentShifts().at(row) + target.fractionBits() - FixedPoint.STATE_FRACTION_BITS;
    }

    /**
     * The overflow proof of every row.
     *
     * @param largestInput largest magnitude of what comes in, once aligned
     */
    List<RowBound> bounds(int largestInput) {
        var bounds = new ArrayList<RowBound>();
        int largestState = FixedPoint.largestAligned(stateBits);
        for (Gate gate : Gate.values()) {
            var weights = gate(gate);
            for (int row = 0; row < hidden(); row++) {
                bounds.add(
                        RowBound.of(EdgeName.inputSum(gate), weights.input(), weights.inputBias(), row, largestInput));
                bounds.add(RowBound.of(
                        EdgeName.recurrentSum(gate), weights.recurrent(), weights.recurrentBias(), row, largestState));
            }
        }
        return List.copyOf(bounds);
    }

    private QFormat narrowed(int fractionBits) {
        int bits = arithmetic.activationBits();
        return new QFormat(bits, fractionBits - FixedPoint.alignment(bits));
    }
}
