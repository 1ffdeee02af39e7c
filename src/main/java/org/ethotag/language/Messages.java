package org.ethotag.language;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Where texts come from: the files in {@code messages}, of which those without a language in their name are English. */
public final class Messages {
    private static final String FOLDER = "messages.";

    /** The usual search would end at the system's language: whoever chose English on a Spanish system would read Spanish. */
    private static final Control THIS_LANGUAGE_OR_ENGLISH = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * Texts in the language of this process.
     *
     * @param name of the file, without language and ending
     */
    public static ResourceBundle of(String name) {
        return in(Locale.getDefault(), name);
    }

    /** Texts in English, for files: these are the same whoever writes them. */
    public static ResourceBundle english(String name) {
        return in(Locale.ENGLISH, name);
    }

    private static ResourceBundle in(Locale locale, String name) {
        return ResourceBundle.getBundle(
                FOLDER + name, locale, Messages.class.getClassLoader(), THIS_LANGUAGE_OR_ENGLISH);
    }
}
