package org.ethotag.ui.control;

import java.text.MessageFormat;
import java.util.Locale;
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
        String text = Messages.of("ui").getString(key);
        return arguments.length == 0
                ? text
                : new MessageFormat(text, Locale.getDefault(Locale.Category.FORMAT)).format(arguments);
    }
}
