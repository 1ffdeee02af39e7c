package org.ethotag.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Where a score of other animals would probably lie: the 2.5th and 97.5th percentile of the score over resampled herds
 * (percentile bootstrap, Efron and Tibshirani 1993, chapter 13). Animals are drawn, not windows, because windows of one
 * animal are alike.
 *
 * @param low lower end
 * @param high upper end
 * @param repeats how many herds were drawn
 * @param seed of the draw
 */
public record BootstrapInterval(double low, double high, int repeats, long seed) {
    /** Enough for two decimals of the ends. */
    public static final int USUAL_REPEATS = 2000;

    private static final double LOW_PERCENT = 2.5;
    private static final double HIGH_PERCENT = 97.5;

    /** Interval of the MCC. Empty with fewer than two animals: nothing is then known about other animals. */
    public static Optional<BootstrapInterval> ofMcc(Predictions predictions, int repeats, long seed) {
        return of(predictions, Scores::mcc, repeats, seed);
    }

    /**
     * Interval of any score that a confusion matrix gives.
     *
     * @param repeats 1 or more
     */
    public static Optional<BootstrapInterval> of(
            Predictions predictions, ToDoubleFunction<ConfusionMatrix> score, int repeats, long seed) {
        var perAnimal = perAnimal(predictions);
        return drawn(perAnimal.size(), repeats, seed, herd -> score.applyAsDouble(sum(perAnimal, herd)));
    }

    /**
     * Interval of whatever can be said of a herd.
     *
     * @param animals how many there are to draw from; with fewer than two there is no interval
     * @param score of a herd, given as one index of an animal per place; herds without a score (NaN) are left out
     */
    public static Optional<BootstrapInterval> drawn(
            int animals, int repeats, long seed, ToDoubleFunction<int[]> score) {
        if (repeats < 1) {
            throw new IllegalArgumentException(repeats + " repeats");
        }
        if (animals < 2) {
            return Optional.empty();
        }
        var random = new Well19937c(seed);
        double[] scores = new double[repeats];
        int[] herd = new int[animals];
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (int i = 0; i < animals; i++) {
                herd[i] = random.nextInt(animals);
            }
            scores[repeat] = score.applyAsDouble(herd);
        }
        var percentile = new Percentile();
        percentile.setData(scores);
        return Optional.of(new BootstrapInterval(
                percentile.evaluate(LOW_PERCENT), percentile.evaluate(HIGH_PERCENT), repeats, seed));
    }

    /** One matrix per animal, sorted by the animal's id. */
    static List<ConfusionMatrix> perAnimal(Predictions predictions) {
        return predictions.distinctAnimals().stream()
                .map(animal -> ConfusionMatrix.of(predictions.ofAnimal(animal)))
                .toList();
    }

    static ConfusionMatrix sum(List<ConfusionMatrix> perAnimal, int[] herd) {
        var sum = perAnimal.get(herd[0]);
        for (int i = 1; i < herd.length; i++) {
            sum = sum.plus(perAnimal.get(herd[i]));
        }
        return sum;
    }
}
