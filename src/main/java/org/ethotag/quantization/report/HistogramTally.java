package org.ethotag.quantization.report;

import java.util.Arrays;

/** Collects a {@link Histogram} whose range is not known beforehand: it doubles, and neighbouring bins become one. */
final class HistogramTally {
    private static final double FIRST_LIMIT = 0x1p-8;
    private static final int HALF = Histogram.BINS / 2;

    private double limit = FIRST_LIMIT;
    private final int[] exact = new int[Histogram.BINS];
    private final int[] fixed = new int[Histogram.BINS];

    /** Counts a pair; values that are not finite are left out. */
    void add(double exactValue, double fixedValue) {
        if (Double.isFinite(exactValue) && Double.isFinite(fixedValue)) {
            growTo(Math.max(Math.abs(exactValue), Math.abs(fixedValue)));
            exact[bin(exactValue)]++;
            fixed[bin(fixedValue)]++;
        }
    }

    void add(HistogramTally other) {
        growTo(other.limit);
        int factor = (int) (limit / other.limit);
        for (int bin = 0; bin < Histogram.BINS; bin++) {
            int here = factor > HALF ? (bin < HALF ? HALF - 1 : HALF) : HALF + Math.floorDiv(bin - HALF, factor);
            exact[here] += other.exact[bin];
            fixed[here] += other.fixed[bin];
        }
    }

    private void growTo(double magnitude) {
        while (magnitude > limit) {
            halve(exact);
            halve(fixed);
            limit *= 2;
        }
    }

    private static void halve(int[] bins) {
        int[] old = bins.clone();
        Arrays.fill(bins, 0);
        for (int bin = 0; bin < Histogram.BINS; bin++) {
            bins[HALF + Math.floorDiv(bin - HALF, 2)] += old[bin];
        }
    }

    private int bin(double value) {
        return Math.clamp((int) Math.floor((value / limit + 1) * HALF), 0, Histogram.BINS - 1);
    }

    Histogram histogram() {
        return new Histogram(limit, exact, fixed);
    }
}
