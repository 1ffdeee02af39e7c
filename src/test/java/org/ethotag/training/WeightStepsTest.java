package org.ethotag.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class WeightStepsTest {
    private static final float[][] GRADIENTS = {{0.5f, -1}, {0.25f, 2}, {-0.125f, 0}};
    private static final float FEW_ROUNDINGS = 1e-6f; // three steps of floats below 3

    /** Expected: torch.optim.SGD of PyTorch 1.13.1, rate 0.1, momentum 0.9, nesterov, weight decay 0.01. */
    @Test
    void momentumGoesWherePyTorchGoes() {
        assertArrayEquals(
                new float[] {0.7766197323799133f, -2.1823368072509766f},
                after(new MomentumSteps(0.01, 0, 2)),
                FEW_ROUNDINGS);
    }

    /** Expected: torch.optim.RMSprop of PyTorch 1.13.1, rate 0.1, weight decay 0.01. */
    @Test
    void theMeanOfSquaresGoesWherePyTorchGoes() {
        assertArrayEquals(
                new float[] {-0.21785341203212738f, -1.8823308944702148f},
                after(new RmsSteps(0.01, 0, 2)),
                FEW_ROUNDINGS);
    }

    private static float[] after(WeightSteps steps) {
        float[] weights = {1, -2};
        for (float[] gradient : GRADIENTS) {
            steps.step(weights, gradient, 0.1);
        }
        return weights;
    }
}
