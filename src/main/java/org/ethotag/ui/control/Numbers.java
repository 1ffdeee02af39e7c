package org.ethotag.ui.control;

import java.util.Locale;
import org.ethotag.language.Messages;

/** Numbers as people read them. */
public final class Numbers {
    private static final int KILO = 1024;

    private Numbers() {}

    /** Three decimals, or a dash where there is no number. */
    public static String score(double value) {
        return Double.isNaN(value) ? "\u2013" : fixed(value, 3);
    }

    /** With so many decimals. */
    public static String fixed(double value, int decimals) {
        return String.format(locale(), "%." + decimals + "f", value).replace('-', '\u2212');
    }

    /** "87.5 %", of a fraction from 0 to 1. */
    public static String percent(double fraction) {
        return Double.isNaN(fraction) ? "\u2013" : fixed(fraction * 100, 1) + " %";
    }

    /** With separators between thousands. */
    public static String count(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** "37.2 KB". */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return count(bytes) + " B";
        }
        double kilo = bytes / (double) KILO;
        return kilo < KILO ? fixed(kilo, 1) + " KB" : fixed(kilo / KILO, 1) + " MB";
    }

    private static Locale locale() {
        return Messages.locale();
    }
}
