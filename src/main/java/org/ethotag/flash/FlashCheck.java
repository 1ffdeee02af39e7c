package org.ethotag.flash;

import java.util.List;
import java.util.stream.Collectors;

/** What a receipt may have to say was not checked, or is not there: the tag or its link has no means for it. */
public enum FlashCheck {
    SERIAL("serial number"),
    HARDWARE("hardware"),
    FIRMWARE("firmware version"),
    BATTERY("battery"),
    MODEL_ID("model id"),
    GOLDEN_WINDOWS("answers on the golden windows"),
    /** The tag keeps no time, so that it was not set. */
    CLOCK("clock"),
    /** Nothing on the tag checks who made the image. */
    SIGNATURE("signature"),
    /** What ran before is gone: the tag cannot go back to it. */
    WAY_BACK("way back to the old model");

    private final String words;

    FlashCheck(String words) {
        this.words = words;
    }

    /** Several of them for people, in one line. */
    public static String words(List<FlashCheck> checks) {
        return checks.stream().map(check -> check.words).collect(Collectors.joining(", "));
    }
}
