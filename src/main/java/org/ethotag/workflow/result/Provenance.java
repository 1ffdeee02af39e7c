package org.ethotag.workflow.result;

/** How far results may be believed for animals that nobody has labelled. */
public enum Provenance {
    /** What a track says. */
    LABELS("what was labelled"),
    /** A model's answers on animals that were left out while it learnt, every animal in its turn. */
    OUT_OF_FOLD("out of fold: each animal was answered by a model that never learnt from it"),
    /** A model's answers on animals that were held out. */
    HELD_OUT("animals held out: the model never learnt from them"),
    /** A model's answers on windows of animals of which it knew other windows: a division that was asked for as leaky. */
    LEAKY("LEAKY: the same animals were learnt from, so this flatters the model"),
    /** A model's answers on animals that it learnt from: better than they will be on others. */
    IN_SAMPLE("IN SAMPLE: the model learnt from these animals, so this flatters it");

    private final String words;

    Provenance(String words) {
        this.words = words;
    }

    /** Whether the answers look better than they will be on other animals, so that every picture warns. */
    public boolean flatters() {
        return this == LEAKY || this == IN_SAMPLE;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
