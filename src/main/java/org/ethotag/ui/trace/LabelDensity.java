package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.ethotag.label.Bout;

/**
 * How much of each column of the map is labelled, and with what for the most part. One pass over the bouts: a
 * millisecond or two for 100,000.
 *
 * @param codes behaviours by number
 * @param dominant [column], number of the behaviour with the most samples, -1 for none
 * @param labelled [column], share of the samples with a label, 0 to 1
 */
record LabelDensity(List<String> codes, int[] dominant, float[] labelled) {
    /** Sorted by start; bouts may overlap. */
    static LabelDensity of(List<Bout> bouts, long length, int columns) {
        var counter = new Counter(length, columns);
        bouts.forEach(counter::add);
        return counter.finish();
    }

    /** Paints rows {@code [top, bottom)}: the behaviour as high as its column is labelled. */
    void paint(Raster raster, int top, int bottom, ToIntFunction<String> colour) {
        int[] colours = codes.stream().mapToInt(colour).toArray();
        for (int x = 0; x < Math.min(raster.width(), dominant.length); x++) {
            if (dominant[x] >= 0) {
                int rows = Math.max(1, Math.round(labelled[x] * (bottom - top)));
                raster.rect(x, bottom - rows, x + 1, bottom, colours[dominant[x]]);
            }
        }
    }

    /** Behaviours told apart; a study with more only sees that something is labelled. */
    private static final int MOST_CODES = 256;

    private static final class Counter {
        private final double perColumn;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> codes = new ArrayList<>();
        private final int[] dominant;
        private final float[] labelled;
        /** [behaviour][column], samples */
        private final List<double[]> shares = new ArrayList<>();

        private final double[] covered;
        private double coveredTo;

        Counter(long length, int columns) {
            perColumn = Math.max(1, length) / (double) columns;
            dominant = new int[columns];
            labelled = new float[columns];
            covered = new double[columns];
        }

        void add(Bout bout) {
            int number = numbers.computeIfAbsent(bout.behaviour(), this::next);
            double from = bout.range().from();
            double to = bout.range().to();
            if (number < MOST_CODES) {
                spread(from, to, shares.get(number));
            }
            spread(Math.max(coveredTo, from), to, covered);
            coveredTo = Math.max(coveredTo, to);
        }

        private int next(String code) {
            if (codes.size() == MOST_CODES) {
                return MOST_CODES;
            }
            codes.add(code);
            shares.add(new double[dominant.length]);
            return codes.size() - 1;
        }

        private void spread(double from, double to, double[] columns) {
            if (to <= from) {
                return;
            }
            int first = (int) Math.min(columns.length - 1, Math.floor(from / perColumn));
            int last = (int) Math.min(columns.length - 1, Math.floor(to / perColumn));
            for (int column = first; column <= last; column++) {
                double left = Math.max(from, column * perColumn);
                columns[column] += Math.max(0, Math.min(to, (column + 1) * perColumn) - left);
            }
        }

        LabelDensity finish() {
            Arrays.fill(dominant, -1);
            for (int column = 0; column < dominant.length; column++) {
                labelled[column] = (float) Math.min(1, covered[column] / perColumn);
                double most = 0;
                for (int number = 0; number < codes.size(); number++) {
                    if (shares.get(number)[column] > most) {
                        most = shares.get(number)[column];
                        dominant[column] = number;
                    }
                }
            }
            return new LabelDensity(codes, dominant, labelled);
        }
    }
}
