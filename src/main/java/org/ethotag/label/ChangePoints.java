package org.ethotag.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where the mean or the variance of a signal changes: the segmentation of least cost among all, where a segment of n values
 * costs {@code n log(variance)} on each axis (twice the negative log-likelihood of a normal distribution, without
 * constants) and every change point a penalty.
 *
 * <p>Sources: R. Killick, P. Fearnhead, I. A. Eckley, "Optimal detection of changepoints with a linear computational cost",
 * Journal of the American Statistical Association 107 (2012), 1590-1598 (PELT, exact); the cost is that of a change in mean
 * and variance in section 4 there; the penalty follows G. Schwarz, "Estimating the dimension of a model", Annals of
 * Statistics 6 (1978): {@code p log n} with p = two numbers for each axis and the place.
 */
public final class ChangePoints {
    /** Added to every variance, a standard deviation of 1 mg: less than any accelerometer's noise; a still one has a cost. */
    private static final double LEAST_VARIANCE_G2 = 1e-6;

    /** [axis][sample], sums of all values before a sample, about the axis' first value. */
    private final double[][] sums;

    private final double[][] squares;
    private final int length;
    private final int leastSegment;
    private final double penalty;

    private ChangePoints(float[][] values, int leastSegment, double strictness) {
        length = values[0].length;
        this.leastSegment = Math.max(1, leastSegment);
        penalty = strictness * (2 * values.length + 1) * Math.log(Math.max(2, length));
        sums = new double[values.length][];
        squares = new double[values.length][];
        for (int axis = 0; axis < values.length; axis++) {
            sums[axis] = new double[length + 1];
            squares[axis] = new double[length + 1];
            double last = 0;
            for (int i = 0; i < length; i++) {
                double value = values[axis][i];
                last = Double.isFinite(value) ? value : last; // a missing value changes nothing
                double centred = last - values[axis][0];
                sums[axis][i + 1] = sums[axis][i] + (Double.isFinite(centred) ? centred : 0);
                squares[axis][i + 1] = squares[axis][i] + (Double.isFinite(centred) ? centred * centred : 0);
            }
        }
    }

    /**
     * The first samples of all segments but the first, in order.
     *
     * @param values [axis][sample], at least one axis, all of one length
     * @param leastSegment samples of the shortest segment, 1 or more
     * @param strictness multiple of Schwarz's penalty; 1 for independent values, more where neighbours resemble each other
     */
    public static List<Integer> of(float[][] values, int leastSegment, double strictness) {
        return values[0].length < 2 * Math.max(1, leastSegment)
                ? List.of()
                : new ChangePoints(values, leastSegment, strictness).search();
    }

    /** The one that is nearest to a sample, the earlier one of two. */
    public static OptionalInt nearest(List<Integer> changePoints, long sample) {
        return changePoints.stream()
                .min(Comparator.comparingLong(point -> Math.abs(point - sample)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /**
     * Dynamic programming over the ends of segments. A start that costs more than a change point at some end can never be
     * part of the best segmentation once another segment fits behind that end (equation 7 there), and is forgotten.
     */
    private List<Integer> search() {
        var best = new double[length + 1];
        var before = new int[length + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        var beatenAt = new int[length + 1];
        var starts = new ArrayList<Integer>(List.of(0));
        for (int end = leastSegment; end <= length; end++) {
            int now = end;
            starts.removeIf(start -> beatenAt[start] > 0 && now - beatenAt[start] >= leastSegment);
            for (int start : starts) {
                double cost = best[start] + cost(start, end) + penalty;
                if (cost < best[end]) {
                    best[end] = cost;
                    before[end] = start;
                }
            }
            for (int start : starts) {
                boolean beaten = beatenAt[start] == 0 && best[start] + cost(start, end) > best[end];
                beatenAt[start] = beaten ? end : beatenAt[start];
            }
            int next = end - leastSegment + 1;
            if (next >= leastSegment) {
                starts.add(next);
            }
        }
        var found = new ArrayList<Integer>();
        for (int start = before[length]; start > 0; start = before[start]) {
            found.add(start);
        }
        Collections.reverse(found);
        return List.copyOf(found);
    }

    private double cost(int from, int to) {
        int n = to - from;
        double cost = 0;
        for (int axis = 0; axis < sums.length; axis++) {
            double mean = (sums[axis][to] - sums[axis][from]) / n;
            double variance = (squares[axis][to] - squares[axis][from]) / n - mean * mean;
            cost += n * Math.log(Math.max(0, variance) + LEAST_VARIANCE_G2);
        }
        return cost;
    }
}
