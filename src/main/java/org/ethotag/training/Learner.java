package org.ethotag.training;

import org.ethotag.model.Weights;

/** What a training run changes: a network's numbers, with the way to their gradient. One thread; closing frees it. */
interface Learner extends AutoCloseable {
    /**
     * The slope of a batch's loss.
     *
     * @param loss what is minimised, mean over the batch
     * @param values one per learnt number
     */
    record Gradient(double loss, float[] values) {}

    /** The numbers that a step changes, in place. */
    float[] learnt();

    /**
     * Loss and gradient at the numbers of now.
     *
     * @param rows which training windows
     * @param turns [window][3][3], multiplied to the raw values
     */
    Gradient gradient(int[] rows, double[] turns);

    /** Called after every step: brings the numbers back to where they are allowed to be. */
    void settle();

    /** Logits of the held-out windows, [window][class]. */
    float[][] heldOutLogits();

    /** All numbers as plain data. */
    Weights weights();

    @Override
    void close();
}
