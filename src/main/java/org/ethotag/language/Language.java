package org.ethotag.language;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that all texts exist in. */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Espa\u00f1ol");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Its ISO 639 code, which also ends the names of its files. */
    public String tag() {
        return tag;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** The language with this code. */
    public static Optional<Language> tagged(String tag) {
        return Stream.of(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The language of a system, or English where we do not speak that. */
    public static Language of(Locale system) {
        return tagged(system.getLanguage()).orElse(ENGLISH);
    }

    /**
     * This language as it is spoken where the computer stands, so that the order of dates and the decimal mark of the
     * window are those of the country; no file depends on it.
     *
     * @param system what the operating system says
     */
    public Locale locale(Locale system) {
        return system.getLanguage().equals(tag) ? system : Locale.of(tag, system.getCountry());
    }

    /** Makes it the language of this process. Texts that were fetched before stay as they are. */
    public void speak() {
        Locale.setDefault(locale(Locale.getDefault(Locale.Category.FORMAT)));
    }
}
