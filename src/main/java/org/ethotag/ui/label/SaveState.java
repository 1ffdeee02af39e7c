package org.ethotag.ui.label;

/** Whether what the user did is on the disk. */
public enum SaveState {
    /** Everything is. */
    SAVED,
    /** Some edits are on their way. */
    SAVING,
    /** The last edit could not be written; the screen shows what is on the disk. */
    FAILED,
    /** The study cannot be changed. */
    READ_ONLY
}
