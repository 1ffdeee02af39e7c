package org.ethotag.training;

import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamStepsTest {
    /** Kingma and Ba 2015, section 2.1: the first step has the size of the rate, whatever the gradient. */
    @Test
    void theFirstStepHasTheSizeOfTheRate() {
        float[] weights = {1, -2};
        new AdamSteps(Optimiser.ADAM, 0, 0, 2).step(weights, new float[] {1e-3f, -50}, 0.1);
        assertEquals(0.9, weights[0], 1e-5);
        assertEquals(-1.9, weights[1], 1e-5);
    }

    /** Loshchilov and Hutter 2019, algorithm 2: without a gradient only the decay is left. */
    @Test
    void decayOfAdamWShrinksTheWeightsByRateTimesDecay() {
        float[] weights = {2};
        new AdamSteps(Optimiser.ADAMW, 0.5, 0, 1).step(weights, new float[] {0}, 0.1);
        assertEquals(2 * (1 - 0.1 * 0.5), weights[0], 1e-6);
    }

    /** Algorithm 1 of Kingma and Ba, step by step, one number at a time. */
    @Test
    void manyStepsFollowTheAlgorithm() {
        trials(20, random -> {
            double m = 0;
            double v = 0;
            double theta = random.nextGaussian();
            float[] weights = {(float) theta};
            var steps = new AdamSteps(Optimiser.ADAM, 0.01, 0, 1);
            for (int t = 1; t <= 50; t++) {
                float g = (float) random.nextGaussian();
                double decayed = g + 0.01 * theta;
                m = 0.9 * m + 0.1 * decayed;
                v = 0.999 * v + 0.001 * decayed * decayed;
                double mHat = m / (1 - Math.pow(0.9, t));
                double vHat = v / (1 - Math.pow(0.999, t));
                theta -= 0.01 * mHat / (Math.sqrt(vHat) + 1e-8);
                steps.step(weights, new float[] {g}, 0.01);
            }
            assertEquals(theta, weights[0], 1e-5); // 50 roundings of a float near 1
        });
    }

    @Test
    void aLongGradientIsShortenedAndItsLengthTold() {
        float[] clipped = {0, 0};
        float[] plain = {0, 0};
        var steps = new AdamSteps(Optimiser.ADAM, 0, 1, 2);
        var reference = new AdamSteps(Optimiser.ADAM, 0, 0, 2);
        assertEquals(5, steps.step(clipped, new float[] {3, 4}, 0.1), 1e-6);
        reference.step(plain, new float[] {0.6f, 0.8f}, 0.1);
        steps.step(clipped, new float[] {0.1f, 0}, 0.1);
        reference.step(plain, new float[] {0.1f, 0}, 0.1);
        assertEquals(plain[0], clipped[0], 1e-6);
        assertEquals(plain[1], clipped[1], 1e-6);
    }
}
