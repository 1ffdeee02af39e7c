package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ethotag.ui.control.Texts;

/**
 * A place in a recording as a person types it: a clock time on the day of the cursor or the next one, a date, both, the
 * time since the beginning, or the number of a sample. Clock times are those of the session's zone; one that daylight
 * saving repeats is the earlier, one that it leaves out is an hour later.
 */
public final class TimeEntry {
    private static final Pattern SAMPLE = Pattern.compile("#\\s*(\\d{1,18})");
    private static final Pattern ELAPSED_CLOCK =
            Pattern.compile("\\+\\s*(\\d{1,6}):(\\d{1,2})(?::(\\d{1,2}(?:[.,]\\d{1,9})?))?");
    private static final Pattern ELAPSED_UNITS =
            Pattern.compile("\\+\\s*((?:\\d{1,9}(?:[.,]\\d{1,9})?\\s*(?:d|h|min|m|s)\\s*)+)");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(d|h|min|m|s)");
    private static final List<String> DATES =
            List.of("uuuu-M-d", "d.M.uuuu", "d MMM uuuu", "d MMMM uuuu", "EEE d MMM uuuu", "uuuu/M/d");
    private static final String TIME = "H:mm[:ss]";
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;
    /** Nobody watches an animal longer; keeps nanoseconds inside a long. */
    private static final double LONGEST_SECONDS = SECONDS_PER_DAY * 36_525;
    /** A moment named to the nanosecond may fall a hair before the sample of that time. */
    private static final double ROUNDING = 1e-3;

    private final TraceSource source;
    private final Locale locale;

    public TimeEntry(TraceSource source, Locale locale) {
        this.source = source;
        this.locale = locale;
    }

    /** Where a text leads. */
    public sealed interface Place {
        /**
         * Into the recording.
         *
         * @param sample counted from 0
         * @param said the place in words
         */
        record Found(long sample, String said) implements Place {}

        /** Nowhere: why, and what would. */
        record Nowhere(String why) implements Place {}
    }

    /** @param cursor the sample whose day is meant by a time alone */
    public Place find(String text, long cursor) {
        String entry = text.strip();
        if (source.length() == 0) {
            return new Place.Nowhere(Texts.of("trace.goto.empty"));
        }
        Matcher sample = SAMPLE.matcher(entry);
        if (sample.matches()) {
            long number = Long.parseLong(sample.group(1));
            return number < source.length()
                    ? found(number, false)
                    : new Place.Nowhere(Texts.of("trace.goto.samples", source.length() - 1));
        }
        return elapsed(entry)
                .<Place>map(this::at)
                .or(() -> moment(entry).map(this::at))
                .or(() -> clock(entry).map(time -> at(onDayOf(time, cursor))))
                .orElseGet(() -> new Place.Nowhere(Texts.of("trace.goto.unreadable")));
    }

    private Optional<Instant> elapsed(String entry) {
        Instant start = source.time().timeOf(0);
        Matcher clock = ELAPSED_CLOCK.matcher(entry);
        if (clock.matches()) {
            double seconds = number(clock.group(1)) * SECONDS_PER_HOUR
                    + number(clock.group(2)) * SECONDS_PER_MINUTE
                    + (clock.group(3) == null ? 0 : number(clock.group(3)));
            return Optional.of(start.plusNanos(Math.round(seconds * 1e9)));
        }
        Matcher units = ELAPSED_UNITS.matcher(entry);
        if (!units.matches()) {
            return Optional.empty();
        }
        double seconds = AMOUNT.matcher(units.group(1))
                .results()
                .mapToDouble(amount -> number(amount.group(1)) * secondsPer(amount.group(2)))
                .sum();
        return seconds > LONGEST_SECONDS ? Optional.empty() : Optional.of(start.plusNanos(Math.round(seconds * 1e9)));
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }

    private static double secondsPer(String unit) {
        return switch (unit) {
            case "d" -> SECONDS_PER_DAY;
            case "h" -> SECONDS_PER_HOUR;
            case "min", "m" -> SECONDS_PER_MINUTE;
            default -> 1;
        };
    }

    /** A date, with a time or without, with an offset of its own or without. */
    private Optional<Instant> moment(String entry) {
        String spaced = entry.replaceFirst("(?<=\\d)[Tt](?=\\d)", " ");
        for (String date : DATES) {
            for (Locale language : List.of(locale, Locale.ENGLISH)) {
                var read = parsed(formatter(date + "[ " + TIME + "]", language), spaced);
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> parsed(DateTimeFormatter format, String text) {
        return attempt(() -> {
            TemporalAccessor best = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (best) {
                case ZonedDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.atZone(source.zone()).toInstant();
                case LocalDate day -> day.atStartOfDay(source.zone()).toInstant();
                default -> throw new IllegalStateException(String.valueOf(best));
            };
        });
    }

    private Optional<LocalTime> clock(String entry) {
        return attempt(() -> LocalTime.parse(entry, formatter(TIME, Locale.ENGLISH)));
    }

    private static DateTimeFormatter formatter(String pattern, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalStart()
                .appendOffset("+HH:MM", "Z")
                .optionalEnd()
                .toFormatter(language);
    }

    private static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeParseException notThisWay) {
            return Optional.empty();
        }
    }

    /** That day, or the next one on which the recording has this time. */
    private Instant onDayOf(LocalTime time, long cursor) {
        var day = source.time().timeOf(cursor).atZone(source.zone()).toLocalDate();
        Instant first = source.time().timeOf(0);
        return Stream.of(day, day.plusDays(1))
                .map(date -> date.atTime(time).atZone(source.zone()).toInstant())
                .filter(moment -> !moment.isBefore(first))
                .findFirst()
                .orElse(day.atTime(time).atZone(source.zone()).toInstant());
    }

    private Place at(Instant moment) {
        var stretches = source.stretches().isEmpty() ? List.of(source.stretchOf(0)) : source.stretches();
        Instant previousEnd = Instant.MAX;
        for (var stretch : stretches) {
            Instant from = source.time().timeOf(stretch.from());
            Instant to =
                    source.time().timeOf(stretch.to() - 1).plus(source.rate().durationOf(1));
            if (!moment.isBefore(from) && moment.isBefore(to)) {
                long sample = (long) Math.floor(source.positionOf(moment, stretch) + ROUNDING);
                return found(Math.clamp(sample, stretch.from(), stretch.to() - 1), false);
            }
            if (moment.isBefore(from) && !moment.isBefore(previousEnd)) {
                return found(stretch.from(), true);
            }
            previousEnd = to;
        }
        Instant last = source.time().timeOf(source.length() - 1);
        return new Place.Nowhere(Texts.of(
                "trace.goto.outside",
                TimeTexts.full(moment, source.zone(), locale),
                TimeTexts.full(source.time().timeOf(0), source.zone(), locale),
                TimeTexts.full(last, source.zone(), locale)));
    }

    private Place.Found found(long sample, boolean inGap) {
        var time = source.time().timeOf(sample);
        var elapsed = TimeTexts.duration(Duration.between(source.time().timeOf(0), time), locale);
        String said = Texts.of(
                inGap ? "trace.goto.gap" : "trace.goto.found",
                TimeTexts.full(time, source.zone(), locale),
                sample,
                elapsed);
        return new Place.Found(sample, said);
    }
}
