package org.ethotag.quantization.batch;

import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.SensorScale;
import org.ethotag.signal.Samples;

/**
 * What the network sees of many windows, in blocks of windows side by side. A block is made once and kept as long as
 * memory allows: sensor and conditioning stay when settings change.
 */
final class LaneInputs {
    /** Blocks beyond this are made anew for every answer: 65,000 windows of 256 samples are kept. */
    private static final long MOST_BYTES = 128L << 20;

    /** Places per sample: three axes and a 0. */
    private static final int PLACES = LaneMatrix.PAIR * LaneMatrix.pairs(Samples.AXES);

    private final WindowSource source;
    private final SensorScale sensor;
    private final InputConditioning conditioning;
    /** Empty where nothing was made, or nothing is kept. */
    private final short[][] kept;

    LaneInputs(WindowSource source, QuantizedGraph graph) {
        this.source = source;
        this.sensor = graph.sensor();
        this.conditioning = graph.conditioning();
        long blockBytes = (long) Short.BYTES * PLACES * source.lengthSamples() * LaneMatrix.LANES;
        int blocks = Math.ceilDiv(source.size(), LaneMatrix.LANES);
        this.kept = new short[(int) Math.min(blocks, MOST_BYTES / Math.max(1, blockBytes))][];
    }

    /** Whether a graph sees the same. */
    boolean suit(QuantizedGraph graph) {
        return sensor.equals(graph.sensor()) && conditioning.equals(graph.conditioning());
    }

    /** One block, [sample][pair][window][2]; lanes behind the last window are 0. Blocks may be asked for by several threads. */
    short[] block(int index) {
        if (index >= kept.length) {
            return make(index);
        }
        short[] block = kept[index];
        if (block == null) {
            block = make(index);
            kept[index] = block;
        }
        return block;
    }

    private short[] make(int index) {
        int length = source.lengthSamples();
        short[] block = new short[PLACES * length * LaneMatrix.LANES];
        float[] values = new float[Samples.AXES * length];
        int first = index * LaneMatrix.LANES;
        int windows = Math.min(LaneMatrix.LANES, source.size() - first);
        for (int window = 0; window < windows; window++) {
            source.copyG(first + window, values);
            for (int step = 0; step < length; step++) {
                int x = sensor.counts(values[step]);
                int y = sensor.counts(values[length + step]);
                int z = sensor.counts(values[2 * length + step]);
                int at = PLACES * step * LaneMatrix.LANES;
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    block[at + LaneMatrix.index(axis, window)] = (short) conditioning.apply(axis, x, y, z);
                }
            }
        }
        return block;
    }
}
