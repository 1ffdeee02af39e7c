package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/**
 * The step of fixed-point 2.3 and its head, written a second time straight from the page: unit by unit, in long, with
 * floor division instead of shifts, and with a check that no partial sum leaves int32.
 */
final class LongReference {
    private final QuantizedGraph graph;
    private final int hidden;
    private long[] h;

    LongReference(QuantizedGraph graph) {
        this.graph = graph;
        this.hidden = graph.gru().hidden();
        this.h = new long[hidden];
    }

    long[] state() {
        return h.clone();
    }

    /** Starts from any state, to try the limits. */
    void state(long[] start) {
        h = start.clone();
    }

    long[] logits(short[][] window) {
        Arrays.fill(h, 0);
        for (short[] raw : window) {
            step(conditioned(raw));
        }
        return head();
    }

    long[] conditioned(short[] raw) {
        var c = graph.conditioning();
        long[] x = new long[3];
        for (int i = 0; i < 3; i++) {
            long sum = 0;
            for (int j = 0; j < 3; j++) {
                sum = inInt32(sum
                        + inInt32((long) c.matrix().at(i, j)
                                * inInt32(raw[j] - c.offset().at(j))));
            }
            x[i] = saturated(floor(inInt32(sum + power(c.shift() - 1)), c.shift()));
        }
        return x;
    }

    /** @param x conditioned sample */
    void step(long[] x) {
        long[] seen = x;
        for (QuantizedDense layer : graph.front()) {
            seen = rectified(layer, x);
        }
        stepGates(seen);
    }

    private void stepGates(long[] x) {
        long[] next = new long[hidden];
        for (int i = 0; i < hidden; i++) {
            var r = graph.gru().gate(Gate.RESET);
            var z = graph.gru().gate(Gate.UPDATE);
            var n = graph.gru().gate(Gate.NEW);
            int p = graph.gru().newFractionBits();
            long reset = table(
                    graph.sigmoid(),
                    saturated(inInt32(
                            floor(input(r, i, x), r.inputShift()) + floor(recurrent(r, i), r.recurrentShift()))));
            long update = table(
                    graph.sigmoid(),
                    saturated(inInt32(
                            floor(input(z, i, x), z.inputShift()) + floor(recurrent(z, i), z.recurrentShift()))));
            long nh = saturated(floor(recurrent(n, i), n.recurrentShift()));
            long scaled = floor(inInt32(reset * nh + power(14 + p - 12)), 15 + p - 12);
            long proposed = table(graph.tanh(), saturated(inInt32(floor(input(n, i, x), n.inputShift()) + scaled)));
            next[i] = proposed + floor(inInt32(inInt32(update * (h[i] - proposed)) + 16384), 15);
            assertThat(next[i]).isBetween(Math.min(h[i], proposed), Math.max(h[i], proposed));
        }
        h = next;
    }

    long[] head() {
        long[] u = rectified(graph.hidden(), h);
        long[] logits = new long[graph.output().outputs()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = row(graph.output().weights(), graph.output().bias(), i, u);
        }
        return logits;
    }

    private static long[] rectified(QuantizedDense layer, long[] in) {
        long[] u = new long[layer.outputs()];
        for (int i = 0; i < u.length; i++) {
            u[i] = saturated(Math.max(0, floor(row(layer.weights(), layer.bias(), i, in), layer.shift())));
        }
        return u;
    }

    private long input(GateWeights gate, int row, long[] x) {
        return row(gate.input(), gate.inputBias(), row, x);
    }

    private long recurrent(GateWeights gate, int row) {
        return row(gate.recurrent(), gate.recurrentBias(), row, h);
    }

    private static long row(IntMatrix weights, IntMatrix bias, int row, long[] values) {
        long sum = bias.at(row);
        for (int column = 0; column < values.length; column++) {
            sum = inInt32(sum + inInt32(weights.at(row, column) * values[column]));
        }
        return sum;
    }

    private static long table(LookupTable table, long q) {
        long position = q + 32768;
        int cell = (int) (position / 128);
        long fraction = position % 128;
        long low = table.entry(cell);
        long high = table.entry(cell + 1);
        return low + Math.floorDiv((high - low) * fraction + 64, 128);
    }

    private static long floor(long value, int shift) {
        return Math.floorDiv(value, power(shift));
    }

    private static long power(int exponent) {
        return 1L << exponent;
    }

    private static long saturated(long value) {
        return Math.clamp(value, -32768L, 32767L);
    }

    private static long inInt32(long value) {
        return Math.toIntExact(value);
    }
}
