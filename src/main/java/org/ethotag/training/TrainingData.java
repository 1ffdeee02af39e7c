package org.ethotag.training;

import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;

/**
 * What is learnt from and what learning is watched with. Two datasets, so that training windows may overlap while
 * held-out windows do not.
 *
 * @param training windows to learn from, and to take the normalisation from
 * @param heldOut windows of other animals for the curves; may be empty
 */
public record TrainingData(Dataset training, Dataset heldOut) {
    public TrainingData {
        if (!training.classes().equals(heldOut.classes())
                || !training.rate().equals(heldOut.rate())
                || training.spec().lengthSamples() != heldOut.spec().lengthSamples()) {
            throw new IllegalArgumentException("training and held-out windows differ in classes, rate or length");
        }
    }

    /** The two sides of a fold. */
    public static TrainingData of(Dataset dataset, Fold fold) {
        return new TrainingData(dataset.only(fold.train()), dataset.only(fold.test()));
    }

    /** All windows for training, none to watch with. */
    public static TrainingData all(Dataset dataset) {
        return new TrainingData(dataset, dataset.only(new int[0]));
    }
}
