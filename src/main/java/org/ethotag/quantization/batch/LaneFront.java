package org.ethotag.quantization.batch;

import java.util.List;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.QuantizedDense;

/** What the gates read of a sample: an input perceptron's values, or the sample itself. One per thread and block. */
abstract class LaneFront {
    /**
     * Goes to a sample.
     *
     * @param x conditioned inputs, [sample][pair][window][2]
     * @param from where the sample begins
     */
    abstract void read(short[] x, int from);

    /** Holds what the gates read, [pair][window][2], aligned to 16 bits. */
    abstract short[] values();

    /** Where that begins. */
    abstract int at();

    /**
     * The front of a graph.
     *
     * @param layers none or one
     * @param matrices theirs
     */
    static LaneFront of(List<QuantizedDense> layers, List<LaneMatrix> matrices) {
        return layers.isEmpty() ? new Sample() : new Perceptron(layers.getFirst(), matrices.getFirst());
    }

    /** No perceptron. */
    private static final class Sample extends LaneFront {
        private short[] values = {};
        private int at;

        @Override
        void read(short[] x, int from) {
            values = x;
            at = from;
        }

        @Override
        short[] values() {
            return values;
        }

        @Override
        int at() {
            return at;
        }
    }

    private static final class Perceptron extends LaneFront {
        private final LaneMatrix matrix;
        private final int[] shifts;
        private final int largest;
        private final int alignment;
        private final int[] sums = new int[LaneMatrix.LANES];
        private final short[] room;
        private final short[] values;

        Perceptron(QuantizedDense layer, LaneMatrix matrix) {
            this.matrix = matrix;
            shifts = layer.shifts().toArray();
            largest = FixedPoint.largest(layer.arithmetic().activationBits());
            alignment = FixedPoint.alignment(layer.arithmetic().activationBits());
            room = new short[matrix.room()];
            values = new short[LaneMatrix.PAIR * LaneMatrix.pairs(layer.outputs()) * LaneMatrix.LANES];
        }

        @Override
        void read(short[] x, int from) {
            for (int unit = 0; unit < shifts.length; unit++) {
                matrix.multiply(unit, x, from, sums, room);
                int to = LaneMatrix.index(unit, 0);
                for (int i = 0; i < LaneMatrix.LANES; i++) {
                    int value = Math.max(0, Math.min(largest, sums[i] >> shifts[unit]));
                    values[to + LaneMatrix.PAIR * i] = (short) (value << alignment);
                }
            }
        }

        @Override
        short[] values() {
            return values;
        }

        @Override
        int at() {
            return 0;
        }
    }
}
