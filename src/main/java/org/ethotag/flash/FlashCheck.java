package org.ethotag.flash;

/** What a receipt may have to say was not checked, or is not there: the tag or its link has no means for it. */
public enum FlashCheck {
    SERIAL,
    HARDWARE,
    FIRMWARE,
    BATTERY,
    MODEL_ID,
    GOLDEN_WINDOWS,
    /** The tag keeps no time, so that it was not set. */
    CLOCK,
    /** Nothing on the tag checks who made the image. */
    SIGNATURE,
    /** What ran before is gone: the tag cannot go back to it. */
    WAY_BACK
}
