package org.ethotag.quantization;

import java.math.BigInteger;
import java.util.Arrays;
import org.ethotag.quantization.Operation.Condition;

/**
 * Fixed-point 5 a second time, straight from the page: unit by unit, in arbitrarily large integers, with floor division
 * instead of shifts and powers instead of alignments, and a check that no partial sum leaves int32.
 */
final class StudyReference {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(31);

    private final QuantizedGraph graph;
    private final int gateBits;
    private final int stateBits;
    private final int valueBits;
    private final boolean rounds;
    private long[] h;

    StudyReference(QuantizedGraph graph) {
        this.graph = graph;
        this.gateBits = graph.gru().arithmetic().activationBits();
        this.stateBits = graph.gru().stateBits();
        this.valueBits = graph.hidden().arithmetic().activationBits();
        this.rounds = graph.gru().arithmetic().rounding() == Rounding.HALF_UP;
        this.h = new long[graph.gru().hidden()];
    }

    long[] state() {
        return h.clone();
    }

    long[] logits(short[][] window) {
        Arrays.fill(h, 0);
        for (short[] raw : window) {
            step(seen(conditioned(raw)));
        }
        return head();
    }

    /** What an input perceptron makes of a sample. */
    private long[] seen(long[] x) {
        if (graph.front().isEmpty()) {
            return x;
        }
        var layer = graph.front().getFirst();
        long[] values = new long[layer.outputs()];
        for (int i = 0; i < values.length; i++) {
            values[i] = limited(Math.max(0, dense(layer, i, x, 16)), valueBits);
        }
        return values;
    }

    private long[] conditioned(short[] raw) {
        var conditioning = ((Condition) graph.nodes().getFirst().operation()).conditioning();
        long[] x = new long[3];
        for (int axis = 0; axis < 3; axis++) {
            x[axis] = conditioning.apply(axis, raw[0], raw[1], raw[2]);
        }
        return x;
    }

    private void step(long[] x) {
        long[] next = new long[h.length];
        for (int i = 0; i < h.length; i++) {
            long r = table(graph.sigmoid(), limited(input(Gate.RESET, i, x) + recurrent(Gate.RESET, i), gateBits));
            long z = table(graph.sigmoid(), limited(input(Gate.UPDATE, i, x) + recurrent(Gate.UPDATE, i), gateBits));
            long nh = limited(recurrent(Gate.NEW, i), gateBits);
            int p = graph.gru().newFractionBits() - (16 - gateBits);
            long product = divided(int32(r * nh), gateBits - 1 + p - (gateBits - 4), rounds);
            long n = table(graph.tanh(), limited(input(Gate.NEW, i, x) + product, gateBits));
            next[i] = blended(z, n, h[i]);
        }
        h = next;
    }

    private long blended(long z, long n, long old) {
        long wide = n * power(16 - gateBits);
        long change = int32(z * (old * power(16 - stateBits) - wide));
        long v = wide + divided(change, gateBits - 1, rounds);
        long most = power(stateBits - 1) - 1;
        return Math.clamp(divided(v, 16 - stateBits, rounds), -most, most);
    }

    long[] head() {
        long[] u = new long[graph.hidden().outputs()];
        for (int i = 0; i < u.length; i++) {
            u[i] = limited(Math.max(0, dense(graph.hidden(), i, h, stateBits)), valueBits);
        }
        long[] logits = new long[graph.output().outputs()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = dense(graph.output(), i, u, valueBits);
        }
        return logits;
    }

    private long dense(QuantizedDense layer, int row, long[] values, int bits) {
        return sum(
                layer.weights(), layer.bias(), row, values, bits, layer.shifts().at(row));
    }

    private long input(Gate gate, int row, long[] x) {
        var weights = graph.gru().gate(gate);
        return sum(
                weights.input(),
                weights.inputBias(),
                row,
                x,
                graph.front().isEmpty() ? 16 : valueBits,
                weights.inputShifts().at(row));
    }

    private long recurrent(Gate gate, int row) {
        var weights = graph.gru().gate(gate);
        return sum(
                weights.recurrent(),
                weights.recurrentBias(),
                row,
                h,
                stateBits,
                weights.recurrentShifts().at(row));
    }

    /** The rounding constant is in the bias. */
    private static long sum(IntMatrix weights, IntMatrix bias, int row, long[] values, int bits, int shift) {
        long sum = bias.at(row);
        for (int column = 0; column < values.length; column++) {
            sum = int32(sum + int32(weights.at(row, column) * values[column] * power(16 - bits)));
        }
        return divided(sum, shift, false);
    }

    private long table(LookupTable table, long q) {
        long width = power(gateBits) / table.cells();
        long position = q + power(gateBits - 1);
        if (!table.isInterpolated()) {
            return table.entry((int) ((position + (rounds ? width / 2 : 0)) / width));
        }
        int cell = (int) (position / width);
        long low = table.entry(cell);
        long rise = (table.entry(Math.min(cell + 1, table.cells())) - low) * (position % width);
        return low + Math.floorDiv(rise + (rounds ? width / 2 : 0), width);
    }

    private static long divided(long value, int shift, boolean rounds) {
        long half = rounds && shift > 0 ? power(shift - 1) : 0;
        return Math.floorDiv(int32(value + half), power(shift));
    }

    private static long limited(long value, int bits) {
        return Math.clamp(int32(value), -power(bits - 1), power(bits - 1) - 1);
    }

    private static long power(int exponent) {
        return 1L << exponent;
    }

    private static long int32(long value) {
        var exact = BigInteger.valueOf(value);
        if (exact.compareTo(LIMIT) >= 0 || exact.compareTo(LIMIT.negate()) < 0) {
            throw new AssertionError(value + " leaves int32");
        }
        return value;
    }
}
