package org.ethotag.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The batches of a training, drawn epoch by epoch: every window once in an epoch, in a new order and in a new look. Batch
 * sizes differ by one at most. One thread.
 */
final class Lessons {
    private final Augmentation augmentation;
    private final int[] order;
    private final int samples;
    private final int stepsPerEpoch;
    private final SplittableRandom ordering;
    private final SplittableRandom turning;
    private int step;

    /**
     * @param rows the windows to learn from
     * @param samples of a window
     * @param ordering for the order
     * @param turning for the looks
     */
    Lessons(TrainingSettings settings, int[] rows, int samples, SplittableRandom ordering, SplittableRandom turning) {
        augmentation = settings.augmentation();
        order = rows.clone();
        this.samples = samples;
        stepsPerEpoch = Math.ceilDiv(rows.length, settings.batch());
        this.ordering = ordering;
        this.turning = turning;
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    int windows() {
        return order.length;
    }

    /** Begins an epoch: a new order (Fisher and Yates). */
    void begin() {
        step = 0;
        for (int i = order.length - 1; i > 0; i--) {
            int j = ordering.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** The next batch of the epoch. */
    Presentation next() {
        int from = (int) ((long) step * order.length / stepsPerEpoch);
        int to = (int) ((step + 1L) * order.length / stepsPerEpoch);
        step++;
        return Presentation.drawn(augmentation, turning, Arrays.copyOfRange(order, from, to), samples);
    }

    /** Draws all that epochs draw which were learnt before, and throws it away. */
    void skip(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            begin();
            for (int i = 0; i < stepsPerEpoch; i++) {
                next();
            }
        }
    }
}
