package org.ethotag.workflow.result;

/** How far results may be believed for animals that nobody has labelled. */
public enum Provenance {
    /** What a track says. */
    LABELS,
    /** A model's answers on animals that were left out while it learnt, every animal in its turn. */
    OUT_OF_FOLD,
    /** A model's answers on animals that were held out. */
    HELD_OUT,
    /** A model's answers on windows of animals of which it knew other windows: a division that was asked for as leaky. */
    LEAKY,
    /** A model's answers on animals that it learnt from: better than they will be on others. */
    IN_SAMPLE;

    /** Whether the answers look better than they will be on other animals, so that every picture warns. */
    public boolean flatters() {
        return this == LEAKY || this == IN_SAMPLE;
    }

    /** In words. */
    public String words() {
        return ChartTexts.of("provenance." + name());
    }
}
