package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as people read them. */
public final class TimeTexts {
    private TimeTexts() {}

    /** "Mon 3 Mar 2025". */
    public static String date(Instant time, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale).format(time.atZone(zone));
    }

    /** "Mon 3 Mar 2025 14:05:09.250 CET". */
    public static String full(Instant time, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss.SSS zzz", locale)
                .format(time.atZone(zone));
    }

    /** "3 Mar 2025 14:05". */
    public static String minute(Instant time, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", locale).format(time.atZone(zone));
    }

    /** Two units: "3 d 4 h", "2 h 05 min", "4 min 09 s", "5.12 s", "80 ms". */
    public static String duration(Duration duration, Locale locale) {
        long seconds = duration.toSeconds();
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 60) {
            return String.format(locale, "%.2f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 3600) {
            return String.format(locale, "%d min %02d s", seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return String.format(locale, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
        }
        return String.format(locale, "%d d %d h", seconds / 86_400, seconds / 3600 % 24);
    }

    /** For estimates: "8 s", "4 min", "2 h 05 min". */
    public static String rough(Duration duration, Locale locale) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? Math.ceilDiv(seconds, 60) + " min" : duration(duration, locale);
    }
}
