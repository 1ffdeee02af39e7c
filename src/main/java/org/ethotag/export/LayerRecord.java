package org.ethotag.export;

import java.util.List;

/**
 * One entry of the blob's layer table, 48 bytes (model-blob, "Layer").
 *
 * @param activation of a dense layer: 0 none, 1 ReLU
 * @param offsets of Wx, Wh, bias, sigmoid table, tanh table; 0 where there is none
 * @param inputShifts per gate; of a dense layer the first
 * @param recurrentShifts per gate
 * @param fractions bits of x, pre, h, n_h, u
 * @param bounds largest row bound of the input and of the recurrent matrix
 */
record LayerRecord(
        int type,
        int weightBits,
        int layout,
        int activation,
        int inputs,
        int outputs,
        List<Long> offsets,
        List<Integer> inputShifts,
        List<Integer> recurrentShifts,
        List<Integer> fractions,
        List<Long> bounds) {
    static final int BYTES = 48;
    static final int GRU = 1;
    static final int DENSE = 2;
    static final int RELU = 1;

    static final int AT_LAYOUT = 2;

    private static final int IN = 4;
    private static final int OUT = 6;
    private static final int OFFSETS = 8;
    private static final int INPUT_SHIFTS = 28;
    private static final int RECURRENT_SHIFTS = 31;
    private static final int FRACTIONS = 34;
    private static final int BOUNDS = 40;

    void write(ByteSink sink) {
        sink.int8(type).int8(weightBits).int8(layout).int8(activation);
        sink.int16(inputs).int16(outputs);
        offsets.forEach(sink::int32);
        inputShifts.forEach(sink::int8);
        recurrentShifts.forEach(sink::int8);
        fractions.forEach(sink::int8);
        sink.int8(0);
        bounds.forEach(sink::int32);
    }

    static LayerRecord read(ByteSource source, int at) {
        int offsets = at + OFFSETS;
        int in = at + INPUT_SHIFTS;
        int back = at + RECURRENT_SHIFTS;
        int fractions = at + FRACTIONS;
        return new LayerRecord(
                source.uint8(at),
                source.uint8(at + 1),
                source.uint8(at + AT_LAYOUT),
                source.uint8(at + 3),
                source.uint16(at + IN),
                source.uint16(at + OUT),
                List.of(
                        source.uint32(offsets),
                        source.uint32(offsets + 4),
                        source.uint32(offsets + 8),
                        source.uint32(offsets + 12),
                        source.uint32(offsets + 16)),
                List.of(source.uint8(in), source.uint8(in + 1), source.uint8(in + 2)),
                List.of(source.uint8(back), source.uint8(back + 1), source.uint8(back + 2)),
                List.of(
                        source.int8(fractions),
                        source.int8(fractions + 1),
                        source.int8(fractions + 2),
                        source.int8(fractions + 3),
                        source.int8(fractions + 4)),
                List.of(source.uint32(at + BOUNDS), source.uint32(at + BOUNDS + 4)));
    }

    long inputWeights() {
        return offsets.get(0);
    }

    long recurrentWeights() {
        return offsets.get(1);
    }

    long bias() {
        return offsets.get(2);
    }

    long sigmoid() {
        return offsets.get(3);
    }

    long tanh() {
        return offsets.get(4);
    }

    int xFraction() {
        return fractions.get(0);
    }

    int preFraction() {
        return fractions.get(1);
    }

    int hFraction() {
        return fractions.get(2);
    }

    int newFraction() {
        return fractions.get(3);
    }

    int uFraction() {
        return fractions.get(4);
    }
}
