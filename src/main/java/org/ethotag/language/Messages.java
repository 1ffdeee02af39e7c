package org.ethotag.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Supplier;

/**
 * Where texts come from: the files in {@code messages}, of which those without a language in their name are English. Any
 * thread.
 */
public final class Messages {
    private static final String FOLDER = "messages.";

    /** The usual search would end at the system's language: whoever chose English on a Spanish system would read Spanish. */
    private static final Control THIS_LANGUAGE_OR_ENGLISH = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Set while something for a file is made. */
    private static final ScopedValue<Locale> OF_FILES = ScopedValue.newInstance();

    private Messages() {}

    /**
     * Texts in the language of this process, whatever they are for.
     *
     * @param name of the file, without language and ending
     */
    public static ResourceBundle spoken(String name) {
        return in(Locale.getDefault(), name);
    }

    /** Texts for what is being made: in English for a file, else in the language of this process. */
    public static ResourceBundle of(String name) {
        return in(OF_FILES.isBound() ? Locale.ENGLISH : Locale.getDefault(), name);
    }

    /** How numbers and dates are written in what is being made: as Java writes them for a file, else as in this country. */
    public static Locale locale() {
        return OF_FILES.isBound() ? OF_FILES.get() : Locale.getDefault(Locale.Category.FORMAT);
    }

    /** ISO 639 code of the language of what is being made. */
    public static String language() {
        return OF_FILES.isBound()
                ? Locale.ENGLISH.getLanguage()
                : Locale.getDefault().getLanguage();
    }

    /**
     * A text for what is being made.
     *
     * @param name of the file, without language and ending
     * @param arguments fill {@code {0}}, {@code {1}}, ...; apostrophes of texts with arguments are doubled
     */
    public static String text(String name, String key, Object... arguments) {
        String text = of(name).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale()).format(arguments);
    }

    /** What is made in this call says everything in English, and numbers with a point: it is for a file or for a script. */
    public static <T> T forFiles(Supplier<T> made) {
        return ScopedValue.where(OF_FILES, Locale.ROOT).call(made::get);
    }

    private static ResourceBundle in(Locale locale, String name) {
        return ResourceBundle.getBundle(
                FOLDER + name, locale, Messages.class.getClassLoader(), THIS_LANGUAGE_OR_ENGLISH);
    }
}
