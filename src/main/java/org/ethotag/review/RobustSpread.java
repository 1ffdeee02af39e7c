package org.ethotag.review;

import java.util.Arrays;

/**
 * Median and median absolute deviation of some numbers, so that a few wrong ones do not move what is usual.
 *
 * @param median of the numbers
 * @param deviation median distance from the median, times {@value #NORMAL}: the standard deviation if they are normal
 */
record RobustSpread(double median, double deviation) {
    /** 1 / (third quartile of the normal distribution). */
    private static final double NORMAL = 1.4826;

    /** @param values at least one */
    static RobustSpread of(double[] values) {
        double median = median(values);
        double[] distances =
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        return new RobustSpread(median, NORMAL * median(distances));
    }

    /** How many deviations a number lies above the median, below 0 if under it; 0 if nothing ever deviates. */
    double distance(double value) {
        return deviation == 0 ? 0 : (value - median) / deviation;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
