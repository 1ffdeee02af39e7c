package org.ethotag.training;

/**
 * How a network is trained; every number ends up in the {@link TrainingRecord}.
 *
 * @param epochs times that every training window is shown, at least 1
 * @param batch windows per step, at least 2 (batch normalisation needs two)
 * @param optimiser how a gradient changes the weights
 * @param schedule how the rate changes over the run
 * @param learningRate peak rate, above 0
 * @param weightDecay 0 or more
 * @param clipNorm longest gradient, 0 for any length
 * @param classWeights whether rare classes count more: a window counts windows / (classes * windows of its class)
 * @param augmentation how windows are turned at random
 * @param keep which weights are the result
 * @param seed decides initial weights, order and augmentation
 * @param threads per operation of the engine; part of the result's bits
 */
public record TrainingSettings(
        int epochs,
        int batch,
        Optimiser optimiser,
        Schedule schedule,
        double learningRate,
        double weightDecay,
        double clipNorm,
        boolean classWeights,
        Augmentation augmentation,
        Keep keep,
        long seed,
        int threads) {
    /** As common for one-cycle training with AdamW (PyTorch's default decay). */
    private static final double WEIGHT_DECAY = 0.01;

    private static final int BATCH = 64;

    /** Which weights a training run gives. */
    public enum Keep {
        /** Those after the last step. */
        LAST,
        /** Those after the epoch with the highest held-out MCC: no longer a fair judge on the same windows. */
        BEST
    }

    public TrainingSettings {
        if (epochs < 1 || batch < 2 || threads < 1) {
            throw new IllegalArgumentException(epochs + " epochs, batch " + batch + ", " + threads + " threads");
        }
        if (!(learningRate > 0 && weightDecay >= 0 && clipNorm >= 0)) {
            throw new IllegalArgumentException(
                    "rate " + learningRate + ", weight decay " + weightDecay + ", gradient norm " + clipNorm);
        }
    }

    /** For the residual network: all cores but one. */
    public static TrainingSettings teacher() {
        return new TrainingSettings(
                20,
                BATCH,
                Optimiser.ADAMW,
                Schedule.ONE_CYCLE,
                1e-3,
                WEIGHT_DECAY,
                0,
                false,
                Augmentation.collar(),
                Keep.LAST,
                0,
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** For the recurrent student: one thread, because its steps are too small to share; gradients kept short. */
    public static TrainingSettings student() {
        return new TrainingSettings(
                20,
                BATCH,
                Optimiser.ADAMW,
                Schedule.ONE_CYCLE,
                5e-3,
                WEIGHT_DECAY,
                1,
                false,
                Augmentation.collar(),
                Keep.LAST,
                0,
                1);
    }

    /**
     * For a student that learns on with the tag's arithmetic: few epochs and a fifth of the student's rate, because it only
     * has to move to where rounding hurts least.
     */
    public static TrainingSettings aware() {
        return student().withEpochs(4).withLearningRate(1e-3);
    }

    /** The same with another number of epochs. */
    public TrainingSettings withEpochs(int value) {
        return copy(value, batch, schedule, learningRate, classWeights, augmentation, keep, seed, threads);
    }

    /**
     * The same with as many epochs as make about {@code steps} changes of the weights, at least one: what a result needs is
     * steps, while a dataset may hold few windows, or many that overlap.
     *
     * @param windows how many training windows there are
     */
    public TrainingSettings withSteps(int steps, int windows) {
        int stepsPerEpoch = Math.max(1, Math.ceilDiv(windows, batch));
        return withEpochs(Math.max(1, Math.round((float) steps / stepsPerEpoch)));
    }

    /** The same with another number of windows per step. */
    public TrainingSettings withBatch(int value) {
        return copy(epochs, value, schedule, learningRate, classWeights, augmentation, keep, seed, threads);
    }

    /** The same with another schedule. */
    public TrainingSettings withSchedule(Schedule value) {
        return copy(epochs, batch, value, learningRate, classWeights, augmentation, keep, seed, threads);
    }

    /** The same with another peak rate. */
    public TrainingSettings withLearningRate(double value) {
        return copy(epochs, batch, schedule, value, classWeights, augmentation, keep, seed, threads);
    }

    /** The same with or without class weights. */
    public TrainingSettings withClassWeights(boolean value) {
        return copy(epochs, batch, schedule, learningRate, value, augmentation, keep, seed, threads);
    }

    /** The same with another augmentation. */
    public TrainingSettings withAugmentation(Augmentation value) {
        return copy(epochs, batch, schedule, learningRate, classWeights, value, keep, seed, threads);
    }

    /** The same with another choice of the result. */
    public TrainingSettings withKeep(Keep value) {
        return copy(epochs, batch, schedule, learningRate, classWeights, augmentation, value, seed, threads);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long value) {
        return copy(epochs, batch, schedule, learningRate, classWeights, augmentation, keep, value, threads);
    }

    /** The same with another number of threads. */
    public TrainingSettings withThreads(int value) {
        return copy(epochs, batch, schedule, learningRate, classWeights, augmentation, keep, seed, value);
    }

    private TrainingSettings copy(
            int newEpochs,
            int newBatch,
            Schedule newSchedule,
            double newRate,
            boolean newClassWeights,
            Augmentation newAugmentation,
            Keep newKeep,
            long newSeed,
            int newThreads) {
        return new TrainingSettings(
                newEpochs,
                newBatch,
                optimiser,
                newSchedule,
                newRate,
                weightDecay,
                clipNorm,
                newClassWeights,
                newAugmentation,
                newKeep,
                newSeed,
                newThreads);
    }
}
