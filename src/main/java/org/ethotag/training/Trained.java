package org.ethotag.training;

/**
 * A model and how it came to be.
 *
 * @param <M> teacher or student
 */
public record Trained<M>(M model, TrainingRecord record) {}
