package org.ethotag.training;

/**
 * Gradient descent with Nesterov's momentum (Sutskever, Martens, Dahl, Hinton 2013, section 2), in the order of operations of
 * PyTorch's SGD.
 */
final class MomentumSteps implements WeightSteps {
    private static final double MOMENTUM = 0.9;

    private final double weightDecay;
    private final double clipNorm;
    private final double[] velocity;

    /** @param clipNorm longest gradient, 0 for any length */
    MomentumSteps(double weightDecay, double clipNorm, int size) {
        this.weightDecay = weightDecay;
        this.clipNorm = clipNorm;
        this.velocity = new double[size];
    }

    @Override
    public double step(float[] weights, float[] gradient, double rate) {
        double norm = WeightSteps.norm(gradient);
        double clip = WeightSteps.clip(norm, clipNorm);
        for (int i = 0; i < weights.length; i++) {
            double g = clip * gradient[i] + weightDecay * weights[i];
            velocity[i] = MOMENTUM * velocity[i] + g;
            weights[i] = (float) (weights[i] - rate * (g + MOMENTUM * velocity[i]));
        }
        return norm;
    }

    @Override
    public double[][] memory() {
        return new double[][] {velocity};
    }

    @Override
    public void goOnAfter(int steps) {
        // the velocity says all
    }
}
