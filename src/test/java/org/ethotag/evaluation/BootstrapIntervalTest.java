package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {
    @Test
    void theIntervalLiesAroundTheScore() {
        trials(30, random -> {
            var predictions = herd(8, random.nextLong());
            var interval = BootstrapInterval.ofMcc(predictions, 500, 7).orElseThrow();
            double mcc = Scores.mcc(ConfusionMatrix.of(predictions));
            assertThat(mcc).isBetween(interval.low(), interval.high());
        });
    }

    @Test
    void animalsAreDrawnNotWindows() {
        // a is always right and b always wrong, 1000 windows each: a herd of two is aa, ab, ba or bb
        var animals = new ArrayList<String>();
        int[] truth = new int[2000];
        int[] answer = new int[2000];
        for (int i = 0; i < truth.length; i++) {
            animals.add(i < 1000 ? "a" : "b");
            truth[i] = i % 2;
            answer[i] = i < 1000 ? i % 2 : 1 - i % 2;
        }
        var interval = BootstrapInterval.of(
                        new Predictions(List.of("graze", "rest"), animals, truth, answer), Scores::accuracy, 1000, 3)
                .orElseThrow();
        assertThat(interval).isEqualTo(new BootstrapInterval(0, 1, 1000, 3));
    }

    @Test
    void theEndsArePercentilesOfTheResampledHerds() {
        // ten animals with 0, 1, ..., 9 right of 9: the mean of ten draws has mean 4.5 and variance 8.25 / 10
        var animals = new ArrayList<String>();
        var answer = new ArrayList<Integer>();
        for (int animal = 0; animal < 10; animal++) {
            for (int window = 0; window < 9; window++) {
                animals.add("a" + animal);
                answer.add(window < animal ? 0 : 1);
            }
        }
        var predictions = new Predictions(
                List.of("graze", "rest"),
                animals,
                new int[90],
                answer.stream().mapToInt(Integer::intValue).toArray());
        var interval =
                BootstrapInterval.of(predictions, Scores::accuracy, 4000, 11).orElseThrow();
        double halfWidth = 1.96 * Math.sqrt(8.25 / 10) / 9; // normal approximation
        assertThat(interval.low()).isCloseTo(0.5 - halfWidth, within(0.02));
        assertThat(interval.high()).isCloseTo(0.5 + halfWidth, within(0.02));
    }

    @Test
    void oneAnimalTellsNothingAboutOthers() {
        assertThat(BootstrapInterval.ofMcc(herd(1, 1), 100, 1)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        assertThat(BootstrapInterval.ofMcc(herd(5, 1), 200, 9)).isEqualTo(BootstrapInterval.ofMcc(herd(5, 1), 200, 9));
    }

    /** Animals with 30 windows each of three classes, about three quarters of them answered right. */
    static Predictions herd(int animals, long seed) {
        var random = new Random(seed);
        var names = new ArrayList<String>();
        int[] truth = new int[30 * animals];
        int[] answer = new int[truth.length];
        for (int i = 0; i < truth.length; i++) {
            names.add("a" + i / 30);
            truth[i] = random.nextInt(3);
            answer[i] = random.nextInt(4) > 0 ? truth[i] : random.nextInt(3);
        }
        return new Predictions(List.of("graze", "walk", "rest"), names, truth, answer);
    }
}
