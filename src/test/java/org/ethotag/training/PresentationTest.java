package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PresentationTest {
    private static final int SAMPLES = 51;
    private static final int[] ROWS = {4, 0, 7};

    @Test
    void aWarpKeepsBothEndsAndTheOrderOfTheSamples() {
        trials(100, random -> {
            var shown = drawn(Augmentation.none().with(0, 0.3), random.nextLong());
            for (int window = 0; window < ROWS.length; window++) {
                float[] places = Arrays.copyOfRange(shown.places(), window * SAMPLES, (window + 1) * SAMPLES);
                assertEquals(0, places[0]);
                assertEquals(SAMPLES - 1, places[SAMPLES - 1], 1e-4);
                for (int i = 1; i < SAMPLES; i++) {
                    assertThat(places[i]).isGreaterThan(places[i - 1]);
                }
            }
        });
    }

    @Test
    void noiseHasTheSpreadThatWasAskedFor() {
        double squares = 0;
        int count = 0;
        for (int seed = 0; seed < 100; seed++) {
            for (float value : drawn(Augmentation.none().with(0.05, 0), seed).noiseG()) {
                squares += value * value;
                count++;
            }
        }
        assertThat(Math.sqrt(squares / count)).isCloseTo(0.05, within(0.001)); // 45,900 draws: 6 standard errors
    }

    @Test
    void withoutNoiseAndWarpTheTurnsAreThoseOfEarlierVersions() {
        var expected = new double[ROWS.length * 9];
        var random = new SplittableRandom(5);
        for (int i = 0; i < ROWS.length; i++) {
            Augmentation.collar().draw(random, expected, 9 * i);
        }
        var shown = drawn(Augmentation.collar(), 5);
        assertArrayEquals(expected, shown.turns());
        assertEquals(0, shown.noiseG().length + shown.places().length);
        assertArrayEquals(
                expected, drawn(Augmentation.collar().with(0.1, 0.2), 5).turns());
    }

    private static Presentation drawn(Augmentation augmentation, long seed) {
        return Presentation.drawn(augmentation, new SplittableRandom(seed), ROWS, SAMPLES);
    }
}
