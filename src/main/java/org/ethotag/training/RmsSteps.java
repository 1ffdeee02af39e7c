package org.ethotag.training;

/** RMSprop (Tieleman and Hinton 2012, lecture 6.5), in the order of operations and with the constants of PyTorch's. */
final class RmsSteps implements WeightSteps {
    private static final double KEPT = 0.99;
    private static final double EPSILON = 1e-8;

    private final double weightDecay;
    private final double clipNorm;
    private final double[] squares;

    /** @param clipNorm longest gradient, 0 for any length */
    RmsSteps(double weightDecay, double clipNorm, int size) {
        this.weightDecay = weightDecay;
        this.clipNorm = clipNorm;
        this.squares = new double[size];
    }

    @Override
    public double step(float[] weights, float[] gradient, double rate) {
        double norm = WeightSteps.norm(gradient);
        double clip = WeightSteps.clip(norm, clipNorm);
        for (int i = 0; i < weights.length; i++) {
            double g = clip * gradient[i] + weightDecay * weights[i];
            squares[i] = KEPT * squares[i] + (1 - KEPT) * g * g;
            weights[i] = (float) (weights[i] - rate * g / (Math.sqrt(squares[i]) + EPSILON));
        }
        return norm;
    }

    @Override
    public double[][] memory() {
        return new double[][] {squares};
    }

    @Override
    public void goOnAfter(int steps) {
        // the mean of the squares says all
    }
}
