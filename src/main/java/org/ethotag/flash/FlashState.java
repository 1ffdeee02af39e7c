package org.ethotag.flash;

/** Where a flash job stands; the journal has it before the act of that name begins. Nothing before TRIAL_SET changes what
 * the tag runs. */
public enum FlashState {
    FOUND,
    IDENTIFIED,
    CHECKED,
    UPLOADING,
    UPLOADED,
    TRIAL_SET,
    REBOOTING,
    TRIAL_RUNNING,
    CONFIRMED,
    REVERTED,
    FAILED;

    /** Whether nothing follows. */
    public boolean ended() {
        return this == CONFIRMED || this == REVERTED || this == FAILED;
    }

    /** Whether the tag may have restarted with the new model. */
    boolean mayHaveRestarted() {
        return this == REBOOTING || this == TRIAL_RUNNING;
    }
}
