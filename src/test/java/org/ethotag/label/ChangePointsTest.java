package org.ethotag.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.ethotag.testkit.Trials;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
    /**
     * Annual flow of the Nile at Aswan, 1871 to 1970, 10^8 cubic metres: G. W. Cobb, "The problem of the Nile: conditional
     * solution to a changepoint problem", Biometrika 65 (1978), 243-251, table 1.
     */
    private static final float[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    /** Cobb, and many after him: the flow falls after 1898, the 28th year. */
    @Test
    void theNileChangesAfter1898() {
        assertEquals(List.of(28), ChangePoints.of(new float[][] {NILE}, 10, 1));
    }

    /** Expected values from trying every segmentation in NumPy (var, log, dynamic programming without pruning). */
    @Test
    void changesOfMeanAndOfVarianceOnAnyAxisAreFound() {
        assertEquals(List.of(150, 260, 410, 440), ChangePoints.of(postures(), 10, 1));
        assertEquals(List.of(150, 260, 410, 440), ChangePoints.of(postures(), 10, 3));
    }

    @Test
    void theSegmentationIsTheCheapestOfAll() {
        Trials.trials(40, random -> {
            var values = steps(random, 3, 60);
            assertEquals(cheapest(values, 3), ChangePoints.of(values, 3, 1));
        });
    }

    @Test
    void missingValuesAreNoChange() {
        var values = new float[][] {new float[200]};
        java.util.Arrays.fill(values[0], 80, 120, Float.NaN);
        assertEquals(List.of(), ChangePoints.of(values, 5, 1));
    }

    @Test
    void theNearestIsFoundOrNone() {
        assertEquals(OptionalInt.of(40), ChangePoints.nearest(List.of(10, 40, 90), 60));
        assertEquals(OptionalInt.empty(), ChangePoints.nearest(List.of(), 60));
    }

    /** Numbers of the C standard's example generator, four of them added, so that every language has the same. */
    private static float[][] postures() {
        long state = 42;
        var values = new float[3][600];
        for (int i = 0; i < 600; i++) {
            for (int axis = 0; axis < 3; axis++) {
                double noise = -2;
                for (int k = 0; k < 4; k++) {
                    state = (state * 1103515245 + 12345) % (1L << 31);
                    noise += state / (double) (1L << 31);
                }
                double spread = i >= 150 && i < 260 ? 0.3 : i >= 410 && i < 440 ? 0.15 : 0.02;
                values[axis][i] = (float) (mean(i)[axis] + noise * spread);
            }
        }
        return values;
    }

    private static double[] mean(int i) {
        return i < 260 ? new double[] {0, 0, 1} : i < 440 ? new double[] {0.6, 0, 0.8} : new double[] {0.6, 0.1, 0.8};
    }

    private static float[][] steps(Random random, int axes, int length) {
        var values = new float[axes][length];
        double level = 0;
        for (int i = 0; i < length; i++) {
            level = random.nextInt(15) == 0 ? random.nextInt(4) : level;
            for (int axis = 0; axis < axes; axis++) {
                values[axis][i] = (float) (level + random.nextGaussian() * 0.3);
            }
        }
        return values;
    }

    /** Every segment against every end, variance from its definition. */
    private static List<Integer> cheapest(float[][] values, int least) {
        int length = values[0].length;
        double penalty = (2 * values.length + 1) * Math.log(length);
        var best = new double[length + 1];
        var from = new int[length + 1];
        java.util.Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        for (int end = least; end <= length; end++) {
            for (int start = 0; start <= end - least; start++) {
                double cost = best[start] + penalty;
                for (float[] axis : values) {
                    cost += (end - start) * Math.log(variance(axis, start, end) + 1e-6);
                }
                if (cost < best[end]) {
                    best[end] = cost;
                    from[end] = start;
                }
            }
        }
        var found = new ArrayList<Integer>();
        for (int start = from[length]; start > 0; start = from[start]) {
            found.addFirst(start);
        }
        return found;
    }

    private static double variance(float[] axis, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += axis[i] / (double) (to - from);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (axis[i] - mean) * (axis[i] - mean);
        }
        return sum / (to - from);
    }
}
