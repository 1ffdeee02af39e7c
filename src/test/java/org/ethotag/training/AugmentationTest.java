package org.ethotag.training;

import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    @Test
    void everyDrawIsARotationTimesAFactor() {
        trials(200, random -> {
            double[] m = draw(new Augmentation(true, 20, 20, 40, 0.1), random.nextLong());
            double factor = Math.cbrt(determinant(m));
            assertEquals(1, factor, 0.3 + 1e-12);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double product = m[3 * i] * m[3 * j] + m[3 * i + 1] * m[3 * j + 1] + m[3 * i + 2] * m[3 * j + 2];
                    assertEquals(i == j ? factor * factor : 0, product, 1e-12);
                }
            }
        });
    }

    @Test
    void halfTurnsComeForHalfOfTheWindows() {
        var random = new SplittableRandom(1);
        int turned = 0;
        for (int i = 0; i < 1000; i++) {
            double[] m = new double[9];
            new Augmentation(true, 0, 0, 0, 0).draw(random, m, 0);
            assertEquals(1, m[8]);
            turned += m[0] < 0 ? 1 : 0;
        }
        assertEquals(500, turned, 80); // five standard deviations
    }

    @Test
    void noneLeavesWindowsAsTheyAre() {
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, draw(Augmentation.none(), 5), 0);
    }

    @Test
    void aFactorThatCouldTurnNegativeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(true, 0, 0, 0, 0.5));
    }

    private static double[] draw(Augmentation augmentation, long seed) {
        double[] matrix = new double[9];
        augmentation.draw(new SplittableRandom(seed), matrix, 0);
        return matrix;
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
}
