package org.ethotag.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;

/**
 * What a model must beat, on the same folds: the most frequent class, and a tree of depth 3 on two numbers per window,
 * the standard deviation of the norm (how lively) and the mean of z (head up or down). They stand here and not in
 * {@code training} because they are part of a fair report, need no engine, and are never exported.
 */
public final class Baselines {
    /** Name under which the most frequent class is reported. */
    public static final String MAJORITY = "majority";

    /** Name under which the tree is reported. */
    public static final String TREE = "tree";

    /** Names of all baselines. */
    public static final List<String> NAMES = List.of(MAJORITY, TREE);

    private static final int TREE_DEPTH = 3;
    private static final int AXES = 3;

    private Baselines() {}

    /** Both baselines over all folds, pooled, by name. */
    public static Map<String, Predictions> crossValidated(Dataset dataset, List<Fold> folds) {
        var found = new LinkedHashMap<String, Predictions>();
        found.put(MAJORITY, pooled(dataset, folds, Baselines::majority));
        found.put(TREE, pooled(dataset, folds, Baselines::tree));
        return Collections.unmodifiableMap(found);
    }

    /** The most frequent class of the training side for every window of the test side. */
    public static Predictions majority(Dataset dataset, Fold fold) {
        return answered(dataset, fold, 0);
    }

    /** The tree of depth 3. */
    public static Predictions tree(Dataset dataset, Fold fold) {
        return answered(dataset, fold, TREE_DEPTH);
    }

    private static Predictions pooled(
            Dataset dataset, List<Fold> folds, BiFunction<Dataset, Fold, Predictions> baseline) {
        return Predictions.pooled(
                folds.stream().map(fold -> baseline.apply(dataset, fold)).toList());
    }

    private static Predictions answered(Dataset dataset, Fold fold, int depth) {
        double[][] train = features(dataset, fold.train());
        var tree = DecisionTree.learn(
                train, dataset.labels(fold.train()), dataset.classes().size(), depth);
        int[] answer = Arrays.stream(features(dataset, fold.test()))
                .mapToInt(tree::classOf)
                .toArray();
        return Predictions.of(dataset, fold.test(), answer);
    }

    private static double[][] features(Dataset dataset, int[] windows) {
        return IntStream.of(windows)
                .mapToObj(window -> features(dataset.valuesG(window)))
                .toArray(double[][]::new);
    }

    /** Standard deviation of the norm and mean of z, both in g; {@code valuesG} is [axis][sample] row-major. */
    static double[] features(float[] valuesG) {
        int length = valuesG.length / AXES;
        double sum = 0;
        double squares = 0;
        double z = 0;
        for (int i = 0; i < length; i++) {
            double square = 0;
            for (int axis = 0; axis < AXES; axis++) {
                double value = valuesG[axis * length + i];
                square += value * value;
            }
            sum += Math.sqrt(square);
            squares += square;
            z += valuesG[2 * length + i];
        }
        double mean = sum / length;
        return new double[] {Math.sqrt(Math.max(0, squares / length - mean * mean)), z / length};
    }
}
