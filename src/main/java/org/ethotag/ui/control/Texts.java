package org.ethotag.ui.control;

import org.ethotag.language.Messages;

/** The window's texts, from {@code messages/ui.properties}. */
public final class Texts {
    private Texts() {}

    /**
     * A text in the user's language.
     *
     * @param arguments fill {@code {0}}, {@code {1}}, ...; apostrophes of texts with arguments are doubled
     */
    public static String of(String key, Object... arguments) {
        return Messages.text("ui", key, arguments);
    }

    /** Whether there is such a text. */
    static boolean has(String key) {
        return Messages.of("ui").containsKey(key);
    }
}
