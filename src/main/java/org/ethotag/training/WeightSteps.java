package org.ethotag.training;

/**
 * What turns gradients into changes of one flat array of weights, in place. In plain Java: some thousand numbers per step are
 * nothing beside the gradient, and a call per operation into the engine would cost more. One thread.
 */
interface WeightSteps {
    /**
     * Changes the weights by one step.
     *
     * @return the gradient's length before it was clipped
     */
    double step(float[] weights, float[] gradient, double rate);

    /** What it remembers from step to step; whoever goes on with an unfinished training writes into it. */
    double[][] memory();

    /** Says how many steps the memory is made of. */
    void goOnAfter(int steps);

    /** Fresh ones for so many weights. */
    static WeightSteps of(TrainingSettings settings, int size) {
        return switch (settings.optimiser()) {
            case ADAM, ADAMW -> new AdamSteps(settings.optimiser(), settings.weightDecay(), settings.clipNorm(), size);
            case SGD -> new MomentumSteps(settings.weightDecay(), settings.clipNorm(), size);
            case RMSPROP -> new RmsSteps(settings.weightDecay(), settings.clipNorm(), size);
        };
    }

    /** The length of a gradient. */
    static double norm(float[] gradient) {
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        return Math.sqrt(squares);
    }

    /** @param clipNorm longest gradient, 0 for any length */
    static double clip(double norm, double clipNorm) {
        return clipNorm > 0 && norm > clipNorm ? clipNorm / norm : 1;
    }
}
