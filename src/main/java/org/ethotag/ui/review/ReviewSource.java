package org.ethotag.ui.review;

/** Where a review queue comes from. */
public sealed interface ReviewSource {
    /**
     * Labels that the best model of a cross-validation contradicts on animals that it never saw.
     *
     * @param run id of the cross-validation
     */
    record Contradicted(String run) implements ReviewSource {}

    /**
     * Pre-labels that the model which made them was not sure of.
     *
     * @param track name of the model's tracks
     */
    record Unsure(String track) implements ReviewSource {}

    /** Bouts that are doubled, nested, too lively or too still for their label. */
    record Implausible() implements ReviewSource {}
}
