package org.ethotag.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Two models on the same windows.
 *
 * @param mccDifference MCC of the first minus that of the second
 * @param onlyFirstRight windows that only the first got right
 * @param onlySecondRight windows that only the second got right
 * @param mcNemarP two-sided p of McNemar's exact test: how often chance alone would divide the windows that only one got
 *     right at least as unevenly; it treats windows as independent, which those of one animal are not
 */
public record PairedComparison(double mccDifference, long onlyFirstRight, long onlySecondRight, double mcNemarP) {
    private static final double FAIR = 0.5;
    private static final double SMALLEST_TOLD = 1e-4;

    /** @throws IllegalArgumentException if the two do not answer for the same windows in the same order */
    public static PairedComparison of(Predictions first, Predictions second) {
        checkSameWindows(first, second);
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int i = 0; i < first.size(); i++) {
            boolean firstRight = first.answer()[i] == first.truth()[i];
            boolean secondRight = second.answer()[i] == first.truth()[i];
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        double difference = Scores.mcc(ConfusionMatrix.of(first)) - Scores.mcc(ConfusionMatrix.of(second));
        return new PairedComparison(difference, onlyFirst, onlySecond, exactMcNemar(onlyFirst, onlySecond));
    }

    /** The p for people; what is too small to matter is not given in digits. */
    public String mcNemarText() {
        return mcNemarP < SMALLEST_TOLD ? "< 0.0001" : String.format(Locale.ROOT, "%.2g", mcNemarP);
    }

    /**
     * Where the difference of the MCCs, first minus second, would probably lie on other animals: the same animals are
     * drawn for both. Empty with fewer than two animals.
     */
    public static Optional<BootstrapInterval> interval(Predictions first, Predictions second, int repeats, long seed) {
        checkSameWindows(first, second);
        var ofFirst = BootstrapInterval.perAnimal(first);
        var ofSecond = BootstrapInterval.perAnimal(second);
        return BootstrapInterval.drawn(
                ofFirst.size(),
                repeats,
                seed,
                herd -> Scores.mcc(BootstrapInterval.sum(ofFirst, herd))
                        - Scores.mcc(BootstrapInterval.sum(ofSecond, herd)));
    }

    /** Two-sided exact p: twice the smaller binomial tail with probability 1/2, at most 1; 1 if both counts are 0. */
    static double exactMcNemar(long onlyFirst, long onlySecond) {
        int trials = Math.toIntExact(onlyFirst + onlySecond);
        int fewer = Math.toIntExact(Math.min(onlyFirst, onlySecond));
        return Math.min(1, 2 * new BinomialDistribution(trials, FAIR).cumulativeProbability(fewer));
    }

    private static void checkSameWindows(Predictions first, Predictions second) {
        if (!first.classes().equals(second.classes())
                || !first.animals().equals(second.animals())
                || !Arrays.equals(first.windows(), second.windows())
                || !Arrays.equals(first.truth(), second.truth())) {
            throw new IllegalArgumentException("predictions for different windows: " + first + ", " + second);
        }
    }
}
