package org.ethotag.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A small classification tree (Breiman et al. 1984): each split is the one that lowers the Gini impurity most, the
 * earlier feature and the lower threshold if two are equal. Only for comparison; it is not offered as a model.
 */
sealed interface DecisionTree {
    /** @param answer the most frequent class here, the lowest index if two are equal */
    record Leaf(int answer) implements DecisionTree {}

    /** Values up to and including the threshold go to {@code low}. */
    record Node(int feature, double threshold, DecisionTree low, DecisionTree high) implements DecisionTree {}

    /**
     * Learns a tree.
     *
     * @param features [window][feature]
     * @param labels one per window, at least one
     * @param depth most questions on the way to a leaf, 0 or more
     */
    static DecisionTree learn(double[][] features, int[] labels, int classes, int depth) {
        return grow(
                features,
                labels,
                classes,
                depth,
                IntStream.range(0, labels.length).toArray());
    }

    /** The class of one window. */
    default int classOf(double[] features) {
        return switch (this) {
            case Leaf(int answer) -> answer;
            case Node(int feature, double threshold, DecisionTree low, DecisionTree high) ->
                (features[feature] <= threshold ? low : high).classOf(features);
        };
    }

    private static DecisionTree grow(double[][] features, int[] labels, int classes, int depth, int[] rows) {
        long[] counts = new long[classes];
        IntStream.of(rows).forEach(row -> counts[labels[row]]++);
        double best = weightedGini(counts, rows.length);
        int bestFeature = -1;
        double bestThreshold = 0;
        for (int feature = 0; depth > 0 && feature < features[rows[0]].length; feature++) {
            int f = feature;
            int[] sorted = IntStream.of(rows)
                    .boxed()
                    .sorted((a, b) -> Double.compare(features[a][f], features[b][f]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long[] below = new long[classes];
            long[] above = counts.clone();
            for (int i = 0; i + 1 < sorted.length; i++) {
                below[labels[sorted[i]]]++;
                above[labels[sorted[i]]]--;
                double here = features[sorted[i]][f];
                double next = features[sorted[i + 1]][f];
                double impurity = weightedGini(below, i + 1) + weightedGini(above, sorted.length - i - 1);
                if (here < next && impurity < best) {
                    best = impurity;
                    bestFeature = f;
                    bestThreshold = here + (next - here) / 2;
                }
            }
        }
        return bestFeature < 0
                ? new Leaf(mostFrequent(counts))
                : split(features, labels, classes, depth, rows, bestFeature, bestThreshold);
    }

    private static DecisionTree split(
            double[][] features, int[] labels, int classes, int depth, int[] rows, int feature, double threshold) {
        int[] low = IntStream.of(rows)
                .filter(row -> features[row][feature] <= threshold)
                .toArray();
        int[] high = IntStream.of(rows)
                .filter(row -> features[row][feature] > threshold)
                .toArray();
        return new Node(
                feature,
                threshold,
                grow(features, labels, classes, depth - 1, low),
                grow(features, labels, classes, depth - 1, high));
    }

    /** Gini impurity times the number of rows. */
    private static double weightedGini(long[] counts, double rows) {
        double squares = Arrays.stream(counts).mapToDouble(n -> (double) n * n).sum();
        return rows == 0 ? 0 : rows - squares / rows;
    }

    private static int mostFrequent(long[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }
}
