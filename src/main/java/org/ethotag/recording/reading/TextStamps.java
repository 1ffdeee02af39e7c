package org.ethotag.recording.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times as text: year-month-day or day.month.year, then hours:minutes:seconds with up to nine decimals, AM, PM or nothing, then {@code Z},
 * an offset or nothing. Day and zone offset are worked out once and kept while they hold.
 *
 * <p>A local time that daylight saving repeats is the earlier one, unless that would go back behind the stamp before. One
 * that it leaves out is counted with the offset before the change, as a clock that was not set would show it.
 */
final class TextStamps implements Stamps {
    private static final long DAY_SECONDS = 86_400;
    private static final int MOST_FRACTION_DIGITS = 9;

    private static final long SECONDS_PER_MINUTE = 60;

    private final SameMinute minute = new SameMinute();
    private final ZoneRules rules;
    private final boolean dayFirst;
    private char[] text = {};
    private int at;
    private int end;
    private int dayKey = -1;
    private long epochDay;
    private long offsetFrom = Long.MAX_VALUE;
    private long offsetTo = Long.MIN_VALUE;
    private int offsetSeconds;
    private long last = Long.MIN_VALUE;
    private int fractionDigits;
    private @Nullable ZoneOffset ownOffset;
    private long localStamps;
    private long doubtful;

    /**
     * @param rules of the zone of local times
     * @param dayFirst what 03/04/2024 is: the 3rd of April
     */
    TextStamps(ZoneRules rules, boolean dayFirst) {
        this.rules = rules;
        this.dayFirst = dayFirst;
    }

    @Override
    public long read(char[] characters, int offset, int length) {
        text = characters;
        at = offset;
        end = offset + length;
        while (end > at && text[end - 1] <= ' ') {
            end--;
        }
        long quick = minute.read(text, at, end);
        if (quick != UNREADABLE) {
            fractionDigits = Math.max(fractionDigits, minute.fractionDigits());
            if (minute.isLocal()) {
                localStamps++;
                last = quick;
            }
            return quick;
        }
        return readAll();
    }

    private long readAll() {
        int start = at;
        skipSpaces();
        if (!readDay()) {
            return UNREADABLE;
        }
        int hours = number();
        if (!next(':') || hours < 0 || hours > 23) {
            return UNREADABLE;
        }
        int minutes = number();
        int secondsAt = at + 1;
        int seconds = next(':') ? number() : 0;
        if (minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) {
            return UNREADABLE;
        }
        int nanos = next('.') || next(',') ? fraction() : 0;
        int restAt = at;
        hours = halfDay(hours);
        if (hours < 0) {
            return UNREADABLE;
        }
        long local = epochDay * DAY_SECONDS + hours * 3600L + minutes * 60L + seconds;
        long before = localStamps;
        long read = nanos < 0 ? UNREADABLE : withOffset(local, nanos);
        boolean isLocal = localStamps > before;
        if (read == UNREADABLE || restAt <= secondsAt || (isLocal && !steady(local - seconds))) {
            minute.forget();
        } else {
            minute.keep(text, start, secondsAt, restAt, end, read - seconds * NumericStamps.SECOND - nanos, isLocal);
        }
        return read;
    }

    /** Whether one offset holds for a whole minute of local time. */
    private boolean steady(long localMinute) {
        return localMinute >= offsetFrom && localMinute + SECONDS_PER_MINUTE < offsetTo;
    }

    @Override
    public long resolutionNanos() {
        return Math.round(NumericStamps.SECOND / Decimal.power(fractionDigits));
    }

    /** Stamps without an offset of their own. */
    long localStamps() {
        return localStamps;
    }

    /** The offset that the first stamp with one has: where the clock on the wall was; empty if none has one. */
    Optional<ZoneOffset> ownOffset() {
        return Optional.ofNullable(ownOffset);
    }

    /** Stamps in hours that daylight saving repeats or leaves out. */
    long doubtful() {
        return doubtful;
    }

    private long withOffset(long local, int nanos) {
        skipSpaces();
        if (at == end) {
            localStamps++;
            last = stamp(local, zoneOffset(local, nanos), nanos);
            return last;
        }
        if (next('Z') || next('z')) {
            return at == end ? stamp(local, 0, nanos) : UNREADABLE;
        }
        int sign = next('+') ? 1 : next('-') ? -1 : 0;
        int start = at;
        int first = number();
        if (sign == 0 || first < 0) {
            return UNREADABLE;
        }
        boolean compact = at - start == 4;
        int hours = compact ? first / 100 : first;
        int minutes = compact ? first % 100 : next(':') ? number() : 0;
        if (at != end || hours > 18 || minutes < 0 || minutes > 59) {
            return UNREADABLE;
        }
        int own = sign * (hours * 3600 + minutes * 60);
        if (ownOffset == null && Math.abs(own) <= ZoneOffset.MAX.getTotalSeconds()) {
            ownOffset = ZoneOffset.ofTotalSeconds(own);
        }
        return stamp(local, own, nanos);
    }

    private static long stamp(long local, int offset, int nanos) {
        return (local - offset) * NumericStamps.SECOND + nanos;
    }

    private int zoneOffset(long local, int nanos) {
        if (local >= offsetFrom && local < offsetTo) {
            return offsetSeconds;
        }
        var time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        var transition = rules.getTransition(time);
        if (transition == null) {
            keepOffset(time);
            return offsetSeconds;
        }
        doubtful++;
        int before = transition.getOffsetBefore().getTotalSeconds();
        boolean late = transition.isOverlap() && stamp(local, before, nanos) < last;
        return late ? transition.getOffsetAfter().getTotalSeconds() : before;
    }

    /** Remembers the offset with the local times around that have the same and no other. */
    private void keepOffset(LocalDateTime time) {
        var offset = rules.getOffset(time);
        var instant = time.toInstant(offset);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        offsetSeconds = offset.getTotalSeconds();
        offsetFrom = before == null ? Long.MIN_VALUE : edge(before, true);
        offsetTo = after == null ? Long.MAX_VALUE : edge(after, false);
    }

    private static long edge(ZoneOffsetTransition transition, boolean later) {
        long one = transition.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
        long other = transition.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC);
        return later ? Math.max(one, other) : Math.min(one, other);
    }

    /** Hours of the whole day; 12 comes before 1 in both halves. -1 if AM or PM does not fit. */
    private int halfDay(int hours) {
        int before = at;
        skipSpaces();
        boolean afternoon = next('P') || next('p');
        if ((afternoon || next('A') || next('a')) && (next('M') || next('m'))) {
            return hours < 1 || hours > 12 ? -1 : hours % 12 + (afternoon ? 12 : 0);
        }
        at = before;
        return hours;
    }

    private boolean readDay() {
        int start = at;
        int first = number();
        boolean yearFirst = at - start == 4;
        if (at == end || "-/.".indexOf(text[at]) < 0 || first < 0) {
            return false;
        }
        char separator = text[at++];
        int second = number();
        if (second < 0 || !next(separator)) {
            return false;
        }
        int third = number();
        if (third < 0 || !(next('T') || next(' ') || next('t'))) {
            return false;
        }
        skipSpaces();
        boolean dayLeads = separator == '.' || dayFirst;
        int year = yearFirst ? first : third;
        int month = yearFirst ? second : dayLeads ? second : first;
        int day = yearFirst ? third : dayLeads ? first : second;
        return setDay(year, month, day);
    }

    private boolean setDay(int year, int month, int day) {
        int key = (year * 16 + month) * 64 + day;
        if (key == dayKey) {
            return true;
        }
        if (year < 1900 || year > 2200 || month > 12 || day > 31) { // nanoseconds since 1970 fit into a long
            return false;
        }
        try {
            epochDay = LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException _) {
            return false;
        }
        dayKey = key;
        return true;
    }

    private int number() {
        int value = 0;
        int start = at;
        while (at < end && text[at] >= '0' && text[at] <= '9' && at - start < MOST_FRACTION_DIGITS) {
            value = value * 10 + text[at++] - '0';
        }
        return at == start ? -1 : value;
    }

    private int fraction() {
        int start = at;
        int value = number();
        int digits = at - start;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++; // finer than nanoseconds
        }
        fractionDigits = Math.max(fractionDigits, digits);
        return value < 0 ? -1 : value * (int) Decimal.power(MOST_FRACTION_DIGITS - digits);
    }

    private boolean next(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (at < end && text[at] == ' ') {
            at++;
        }
    }
}
