package org.ethotag.quantization;

/**
 * The proof that one row of one matrix cannot overflow its accumulator: the largest magnitude that any partial sum can
 * reach, whatever the inputs (fixed-point 2.4).
 *
 * @param sum the edge that the row feeds
 * @param row which row
 * @param bound largest magnitude of bias plus products
 */
public record RowBound(EdgeName sum, int row, long bound) {
    /** Largest value of an int32. */
    public static final long LIMIT = Integer.MAX_VALUE;

    /** The bound of a row. */
    public static RowBound of(EdgeName sum, IntMatrix weights, IntMatrix bias, int row, int largestInput) {
        return new RowBound(sum, row, largestInput * weights.absoluteSum(row) + Math.abs((long) bias.at(row)));
    }

    /** Whether the accumulator is wide enough. */
    public boolean holds() {
        return bound <= LIMIT;
    }

    /** Share of the accumulator that the worst input would use, 0 to 1. */
    public double fraction() {
        return (double) bound / LIMIT;
    }
}
