package org.ethotag.training;

/** Adam and AdamW, in the order of operations of PyTorch's. */
final class AdamSteps implements WeightSteps {
    /** Kingma and Ba 2015, section 2. */
    private static final double FIRST_DECAY = 0.9;

    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final Optimiser optimiser;
    private final double weightDecay;
    private final double clipNorm;
    private final double[] first;
    private final double[] second;
    private int steps;

    /** @param clipNorm longest gradient, 0 for any length */
    AdamSteps(Optimiser optimiser, double weightDecay, double clipNorm, int size) {
        this.optimiser = optimiser;
        this.weightDecay = weightDecay;
        this.clipNorm = clipNorm;
        this.first = new double[size];
        this.second = new double[size];
    }

    @Override
    public double step(float[] weights, float[] gradient, double rate) {
        steps++;
        double norm = WeightSteps.norm(gradient);
        double clip = WeightSteps.clip(norm, clipNorm);
        double firstCorrection = 1 - Math.pow(FIRST_DECAY, steps);
        double secondCorrection = Math.sqrt(1 - Math.pow(SECOND_DECAY, steps));
        double kept = optimiser == Optimiser.ADAMW ? 1 - rate * weightDecay : 1;
        double added = optimiser == Optimiser.ADAM ? weightDecay : 0;
        for (int i = 0; i < weights.length; i++) {
            double g = clip * gradient[i] + added * weights[i];
            first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * g;
            second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * g * g;
            double down = Math.sqrt(second[i]) / secondCorrection + EPSILON;
            weights[i] = (float) (weights[i] * kept - rate / firstCorrection * first[i] / down);
        }
        return norm;
    }

    @Override
    public double[][] memory() {
        return new double[][] {first, second};
    }

    @Override
    public void goOnAfter(int done) {
        steps = done;
    }
}
