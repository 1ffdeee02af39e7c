package org.ethotag.language;

import java.util.Locale;
import java.util.concurrent.Callable;

/** Something that is done in another language than that of the test run. */
public final class Spoken {
    private Spoken() {}

    /** What comes out of it on a system with a language, for somebody who chose one. */
    public static <T> T in(Locale system, Language chosen, Callable<T> work) throws Exception {
        var locale = Locale.getDefault();
        var display = Locale.getDefault(Locale.Category.DISPLAY);
        var format = Locale.getDefault(Locale.Category.FORMAT);
        try {
            Locale.setDefault(system);
            chosen.speak();
            return work.call();
        } finally {
            Locale.setDefault(locale);
            Locale.setDefault(Locale.Category.DISPLAY, display);
            Locale.setDefault(Locale.Category.FORMAT, format);
        }
    }
}
