package org.ethotag.flash.rollcall;

import org.ethotag.flash.FlashOutcome;

/** Where one tag of a roll call stands. */
public enum RollCallState {
    /** Not plugged in yet, or plugged out before it was done: the next time it is its turn. */
    DUE,
    /** Being flashed. */
    WORKING,
    /** The new model runs and has proved itself. */
    VERIFIED,
    /** Nothing was written; plugging it in again tries again. */
    REFUSED,
    /** It failed and the old model runs; plugging it in again tries again. */
    OLD_MODEL_RUNS,
    /** What runs is not known; plugging it in again finds out. */
    UNKNOWN;

    /** What an outcome makes of a tag. */
    static RollCallState of(FlashOutcome outcome) {
        return switch (outcome) {
            case VERIFIED -> VERIFIED;
            case REFUSED -> REFUSED;
            case OLD_MODEL_RUNS -> OLD_MODEL_RUNS;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether it ended other than well. */
    public boolean failed() {
        return this == REFUSED || this == OLD_MODEL_RUNS || this == UNKNOWN;
    }
}
