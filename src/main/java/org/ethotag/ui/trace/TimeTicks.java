package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round times along an axis, as the clocks on the farm show them: after a change to or from daylight-saving time ticks
 * stay on round local times, an hour that comes twice has its ticks twice.
 *
 * @param step between two ticks
 */
public record TimeTicks(Step step) {
    /** One tick. */
    public record Tick(Instant time, String label) {}

    /** Distance between ticks: a part of a day, or whole days, or whole months. */
    public sealed interface Step {
        /** Roughly how long, for choosing. */
        Duration length();

        /** At most half a day. */
        record Clock(Duration length) implements Step {}

        /** Whole days, counted from 1970-01-01. */
        record Days(int count) implements Step {
            @Override
            public Duration length() {
                return Duration.ofDays(count);
            }
        }

        /** Whole months, counted from January. */
        record Months(int count) implements Step {
            @Override
            public Duration length() {
                return Duration.ofDays(31L * count);
            }
        }
    }

    private static final int[] MILLIS = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    private static final int[] SECONDS = {1, 2, 5, 10, 15, 30};
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30};
    private static final int[] HOURS = {1, 2, 3, 6, 12};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12};

    /** Ticks at least this far apart. */
    public static TimeTicks atLeast(Duration apart) {
        for (Step step : steps()) {
            if (step.length().compareTo(apart) >= 0) {
                return new TimeTicks(step);
            }
        }
        return new TimeTicks(new Step.Months(12 * (int) Math.ceilDiv(apart.toDays(), 365)));
    }

    private static List<Step> steps() {
        var steps = new ArrayList<Step>();
        addClock(steps, MILLIS, ChronoUnit.MILLIS);
        addClock(steps, SECONDS, ChronoUnit.SECONDS);
        addClock(steps, MINUTES, ChronoUnit.MINUTES);
        addClock(steps, HOURS, ChronoUnit.HOURS);
        for (int days : DAYS) {
            steps.add(new Step.Days(days));
        }
        for (int months : MONTHS) {
            steps.add(new Step.Months(months));
        }
        return steps;
    }

    private static void addClock(List<Step> steps, int[] counts, ChronoUnit unit) {
        for (int count : counts) {
            steps.add(new Step.Clock(Duration.of(count, unit)));
        }
    }

    /** The ticks in {@code [from, to]}, in order. */
    public List<Tick> between(Instant from, Instant to, ZoneId zone, Locale locale) {
        return switch (step) {
            case Step.Clock(Duration length) -> clockTicks(from, to, zone, length, locale);
            case Step.Days(int count) ->
                dateTicks(from, to, zone, locale, "EEE d MMM", firstDay(from, zone, count), count, 0);
            case Step.Months(int count) ->
                dateTicks(from, to, zone, locale, "MMM yyyy", firstMonth(from, zone, count), 0, count);
        };
    }

    /** One piece of constant offset after the other, so that round local times stay round. */
    private static List<Tick> clockTicks(Instant from, Instant to, ZoneId zone, Duration step, Locale locale) {
        var format = DateTimeFormatter.ofPattern(clockPattern(step), locale);
        var ticks = new ArrayList<Tick>();
        long stepMillis = step.toMillis();
        Instant pieceStart = from;
        while (!pieceStart.isAfter(to)) {
            var transition = zone.getRules().nextTransition(pieceStart);
            Instant pieceEnd = transition == null || transition.getInstant().isAfter(to)
                    ? to.plusNanos(1)
                    : transition.getInstant();
            long offsetMillis = zone.getRules().getOffset(pieceStart).getTotalSeconds() * 1000L;
            long local = Math.ceilDiv(ceilMillis(pieceStart) + offsetMillis, stepMillis) * stepMillis;
            for (Instant at = Instant.ofEpochMilli(local - offsetMillis); at.isBefore(pieceEnd); at = at.plus(step)) {
                ticks.add(new Tick(at, format.format(at.atZone(zone))));
            }
            pieceStart = pieceEnd;
        }
        return ticks;
    }

    private static long ceilMillis(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
    }

    private static String clockPattern(Duration step) {
        if (step.compareTo(Duration.ofSeconds(1)) < 0) {
            return "HH:mm:ss.SSS";
        }
        return step.compareTo(Duration.ofMinutes(1)) < 0 ? "HH:mm:ss" : "HH:mm";
    }

    private static LocalDate firstDay(Instant from, ZoneId zone, int count) {
        long day = LocalDate.ofInstant(from, zone).toEpochDay();
        return LocalDate.ofEpochDay(Math.floorDiv(day, count) * (long) count);
    }

    private static LocalDate firstMonth(Instant from, ZoneId zone, int count) {
        var month = LocalDate.ofInstant(from, zone).withDayOfMonth(1);
        return month.minusMonths((month.getYear() * 12L + month.getMonthValue() - 1) % count);
    }

    private static List<Tick> dateTicks(
            Instant from,
            Instant to,
            ZoneId zone,
            Locale locale,
            String pattern,
            LocalDate first,
            int days,
            int months) {
        var format = DateTimeFormatter.ofPattern(pattern, locale);
        var ticks = new ArrayList<Tick>();
        for (LocalDate date = first; ; date = date.plusDays(days).plusMonths(months)) {
            ZonedDateTime midnight = date.atStartOfDay(zone);
            if (midnight.toInstant().isAfter(to)) {
                return ticks;
            }
            if (!midnight.toInstant().isBefore(from)) {
                ticks.add(new Tick(midnight.toInstant(), format.format(date)));
            }
        }
    }
}
