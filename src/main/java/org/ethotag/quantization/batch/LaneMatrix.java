package org.ethotag.quantization.batch;

import java.util.Arrays;
import org.ethotag.quantization.IntMatrix;

/**
 * A matrix for the vectors of {@link #LANES} windows side by side. Two neighbouring weights of a row are repeated for every
 * window, and the values of the vectors lie in the same order, [pair][window][2]: the just-in-time compiler turns the inner
 * loop into the processor's multiply-and-add of int16 pairs. Sums are those of the plain loop, because nothing overflows
 * and the order of additions is free (fixed-point 2). Immutable; several threads may share one.
 */
final class LaneMatrix {
    /** Windows side by side: enough to keep the vector part of a loop long, few enough for a core's nearest cache. */
    static final int LANES = 256;
    /** Values that are multiplied and added together. */
    static final int PAIR = 2;

    /** Repeated weights of a larger matrix are not kept but made row by row, which takes about twice as long. */
    private static final long MOST_REPEATED = 4L << 20;

    private final IntMatrix matrix;
    private final int pairs;
    private final int[] bias;
    /** [row][pair][window][2]; empty if the matrix is large */
    private final short[] repeated;

    LaneMatrix(IntMatrix matrix, IntMatrix bias) {
        this.matrix = matrix;
        this.pairs = pairs(matrix.columns());
        this.bias = bias.toArray();
        long size = (long) matrix.rows() * rowSize();
        this.repeated = new short[size > MOST_REPEATED ? 0 : (int) size];
        for (int row = 0; row * rowSize() < repeated.length; row++) {
            repeat(row, repeated, row * rowSize());
        }
    }

    /** Pairs that hold so many values. */
    static int pairs(int values) {
        return Math.ceilDiv(values, PAIR);
    }

    /** Where the value of a window lies in vectors [pair][window][2]. */
    static int index(int place, int window) {
        return PAIR * (place / PAIR * LANES + window) + place % PAIR;
    }

    /** How many values a thread's room for one row must hold; 0 if none is needed. */
    int room() {
        return repeated.length == 0 ? rowSize() : 0;
    }

    private int rowSize() {
        return PAIR * LANES * pairs;
    }

    private void repeat(int row, short[] target, int at) {
        for (int column = 0; column < matrix.columns(); column++) {
            short weight = (short) matrix.at(row, column);
            int from = at + index(column, 0);
            for (int window = 0; window < LANES; window++) {
                target[from + PAIR * window] = weight;
            }
        }
    }

    /**
     * One row times the vectors of all windows, plus bias.
     *
     * @param vectors [pair][window][2], from {@code from} on
     * @param sums [window], overwritten
     * @param room of this thread
     */
    void multiply(int row, short[] vectors, int from, int[] sums, short[] room) {
        Arrays.fill(sums, bias[row]);
        if (repeated.length > 0) {
            add(repeated, row * rowSize(), vectors, from, sums);
        } else {
            repeat(row, room, 0);
            add(room, 0, vectors, from, sums);
        }
    }

    /** In this very form the loops are recognised; change nothing without running the benchmark. */
    private void add(short[] weights, int firstWeight, short[] values, int firstValue, int[] sums) {
        for (int pair = 0; pair < pairs; pair++) {
            int w = firstWeight + PAIR * LANES * pair;
            int v = firstValue + PAIR * LANES * pair;
            for (int i = 0; i < LANES; i++) {
                sums[i] += weights[w + 2 * i] * values[v + 2 * i] + weights[w + 2 * i + 1] * values[v + 2 * i + 1];
            }
        }
    }
}
