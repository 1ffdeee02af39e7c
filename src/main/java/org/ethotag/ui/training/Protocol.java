package org.ethotag.ui.training;

/** How animals to learn from and animals to be judged on are divided. */
public enum Protocol {
    /** Some animals are never learnt from; curves are live. */
    HOLD_OUT,
    /** Each animal in turn is left out and judged; what reviewers ask for. */
    LEAVE_ONE_ANIMAL_OUT
}
