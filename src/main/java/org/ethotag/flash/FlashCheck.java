package org.ethotag.flash;

/** What cannot be checked on a tag whose firmware has none of our commands. */
public enum FlashCheck {
    SERIAL,
    HARDWARE,
    FIRMWARE,
    BATTERY,
    MODEL_ID,
    GOLDEN_WINDOWS
}
