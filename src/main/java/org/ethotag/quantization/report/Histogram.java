package org.ethotag.quantization.report;

import java.util.Arrays;

/**
 * How often which values came up on one edge, in the float student and in integers, in the same bins. The bins are
 * equally wide and symmetric about 0; their range is a power of two that grew with the data. Immutable.
 */
public final class Histogram {
    /** Bins from -{@link #limit} to +{@link #limit}. */
    public static final int BINS = 64;

    private final double limit;
    private final int[] exact;
    private final int[] fixed;

    Histogram(double limit, int[] exact, int[] fixed) {
        this.limit = limit;
        this.exact = exact.clone();
        this.fixed = fixed.clone();
    }

    /** Every value is between minus and plus this, a power of two. */
    public double limit() {
        return limit;
    }

    /** Smallest value of a bin, 0 to {@link #BINS}; that of {@code BINS} is where the last one ends. */
    public double from(int bin) {
        return limit * (2.0 * bin / BINS - 1);
    }

    /** Values of the float student in a bin. */
    public int exact(int bin) {
        return exact[bin];
    }

    /** Values of the integers in a bin. */
    public int fixed(int bin) {
        return fixed[bin];
    }

    /** The fullest bin of the two; 0 if there are no values. */
    public int largest() {
        return Math.max(
                Arrays.stream(exact).max().orElse(0), Arrays.stream(fixed).max().orElse(0));
    }

    /** The first bin that is not empty, or 0. */
    public int first() {
        int bin = 0;
        while (bin < BINS && exact[bin] == 0 && fixed[bin] == 0) {
            bin++;
        }
        return bin == BINS ? 0 : bin;
    }

    /** One past the last bin that is not empty, or {@link #BINS} if all are. */
    public int last() {
        int bin = BINS;
        while (bin > 0 && exact[bin - 1] == 0 && fixed[bin - 1] == 0) {
            bin--;
        }
        return bin == 0 ? BINS : bin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram
                && limit == histogram.limit
                && Arrays.equals(exact, histogram.exact)
                && Arrays.equals(fixed, histogram.fixed);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(limit) + Arrays.hashCode(exact)) + Arrays.hashCode(fixed);
    }

    @Override
    public String toString() {
        return Arrays.stream(fixed).sum() + " values within " + limit;
    }
}
