package org.ethotag.workflow.result;

import java.time.Duration;
import org.ethotag.language.Messages;

/** What stands in pictures of results, from {@code messages/results.properties}, and numbers beside it. */
final class ChartTexts {
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    private ChartTexts() {}

    /** A text, filled in. */
    static String of(String key, Object... arguments) {
        return Messages.text("results", key, arguments);
    }

    /** With so many decimals. */
    static String fixed(double value, int decimals) {
        return String.format(Messages.locale(), "%." + decimals + "f", value);
    }

    /** With its sign and so many decimals. */
    static String signed(double value, int decimals) {
        return String.format(Messages.locale(), "%+." + decimals + "f", value).replace('-', '\u2212');
    }

    /** With separators between thousands. */
    static String count(long number) {
        return String.format(Messages.locale(), "%,d", number);
    }

    /** "12 %", of a fraction from 0 to 1. */
    static String percent(double share) {
        return fixed(share * 100, 0) + " %";
    }

    /** "7.5 h". */
    static String hours(Duration time) {
        return fixed(time.toNanos() / NANOS_PER_HOUR, 1) + " h";
    }

    /** In the unit that suits the length: "5.1 s", "4.0 min", "2.5 h". */
    static String length(double seconds) {
        if (seconds < SECONDS_PER_MINUTE) {
            return fixed(seconds, 1) + " s";
        }
        return seconds < SECONDS_PER_HOUR
                ? fixed(seconds / SECONDS_PER_MINUTE, 1) + " min"
                : fixed(seconds / SECONDS_PER_HOUR, 1) + " h";
    }
}
