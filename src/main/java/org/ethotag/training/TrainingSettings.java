package org.ethotag.training;

import java.util.function.Consumer;

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
 * @param patience epochs without a lower loss on some of the training animals, kept aside for it, after which training ends
 *     with the weights of the lowest loss; 0 for as many epochs as were asked for, with all training animals
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
        int threads,
        int patience) {
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
        if (epochs < 1 || batch < 2 || threads < 1 || patience < 0) {
            throw new IllegalArgumentException(
                    epochs + " epochs, batch " + batch + ", " + threads + " threads, patience " + patience);
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
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                0);
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
                1,
                0);
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
        return with(change -> change.epochs = value);
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
        return with(change -> change.batch = value);
    }

    /** The same with another way to change the weights. */
    public TrainingSettings withOptimiser(Optimiser value) {
        return with(change -> change.optimiser = value);
    }

    /** The same with another schedule. */
    public TrainingSettings withSchedule(Schedule value) {
        return with(change -> change.schedule = value);
    }

    /** The same with another peak rate. */
    public TrainingSettings withLearningRate(double value) {
        return with(change -> change.learningRate = value);
    }

    /** The same with or without class weights. */
    public TrainingSettings withClassWeights(boolean value) {
        return with(change -> change.classWeights = value);
    }

    /** The same with another augmentation. */
    public TrainingSettings withAugmentation(Augmentation value) {
        return with(change -> change.augmentation = value);
    }

    /** The same with another choice of the result. */
    public TrainingSettings withKeep(Keep value) {
        return with(change -> change.keep = value);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long value) {
        return with(change -> change.seed = value);
    }

    /** The same with another number of threads. */
    public TrainingSettings withThreads(int value) {
        return with(change -> change.threads = value);
    }

    /** The same with another patience. */
    public TrainingSettings withPatience(int value) {
        return with(change -> change.patience = value);
    }

    private TrainingSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return new TrainingSettings(
                changed.epochs,
                changed.batch,
                changed.optimiser,
                changed.schedule,
                changed.learningRate,
                weightDecay,
                clipNorm,
                changed.classWeights,
                changed.augmentation,
                changed.keep,
                changed.seed,
                changed.threads,
                changed.patience);
    }

    /** What may be changed one by one. */
    private static final class Change {
        private int epochs;
        private int batch;
        private Optimiser optimiser;
        private Schedule schedule;
        private double learningRate;
        private boolean classWeights;
        private Augmentation augmentation;
        private Keep keep;
        private long seed;
        private int threads;
        private int patience;

        private Change(TrainingSettings now) {
            epochs = now.epochs;
            batch = now.batch;
            optimiser = now.optimiser;
            schedule = now.schedule;
            learningRate = now.learningRate;
            classWeights = now.classWeights;
            augmentation = now.augmentation;
            keep = now.keep;
            seed = now.seed;
            threads = now.threads;
            patience = now.patience;
        }
    }
}
