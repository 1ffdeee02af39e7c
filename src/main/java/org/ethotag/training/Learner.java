package org.ethotag.training;

import org.ethotag.model.Weights;

/** What a training run changes: a network's numbers, with the way to their gradient. One thread; closing frees it. */
interface Learner extends AutoCloseable {
    /**
     * The slope of a batch's loss.
     *
     * @param loss what is minimised, mean over the batch
     * @param values one per learnt number
     * @param answers class of every window of the batch, as it was shown
     */
    record Gradient(double loss, float[] values, int[] answers) {}

    /** The numbers that a step changes, in place. */
    float[] learnt();

    /** Loss and gradient at the numbers of now. */
    Gradient gradient(Presentation shown);

    /** Called after every step: brings the numbers back to where they are allowed to be. */
    void settle();

    /** Logits of the held-out windows, [window][class]. */
    float[][] heldOutLogits();

    /** Logits of some training windows as they are, [window][class]. */
    float[][] logits(int[] rows);

    /** All numbers as plain data. */
    Weights weights();

    /** Copies of everything that training changes, the learnt numbers first. */
    float[][] state();

    /** Puts back what {@link #state} gave. */
    void restore(float[][] state);

    @Override
    void close();
}
