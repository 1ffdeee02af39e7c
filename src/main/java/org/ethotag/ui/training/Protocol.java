package org.ethotag.ui.training;

/** How animals to learn from and animals to be judged on are divided. */
public enum Protocol {
    /** Each animal in turn is left out and judged; what reviewers ask for. The models for the tag learn from all. */
    LEAVE_ONE_ANIMAL_OUT,
    /** The same with groups of animals, each judged in turn: less work where there are many animals. */
    GROUPS_OF_ANIMALS,
    /** Some animals are never learnt from, and judged while the models learn. */
    HOLD_OUT,
    /** Windows are divided at random, the same animals on both sides: for contrast, by those who say that they know. */
    LEAKY
}
