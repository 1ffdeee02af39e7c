package org.ethotag.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Real time as the clock on the wall of the farm shows it, with its days of 23 and of 25 hours. */
final class LocalDays {
    private LocalDays() {}

    /** Takes a piece of time in which the wall clock runs on evenly and that lies in one day. */
    @FunctionalInterface
    interface Piece {
        /**
         * @param day of the zone
         * @param fromNano what the wall clock shows at its begin, nanoseconds after midnight
         * @param nanos how long it lasts, above 0
         */
        void take(LocalDate day, long fromNano, long nanos);
    }

    /** Cuts time at midnights and where the clocks are changed. */
    static void cut(TimeSpan span, ZoneId zone, Piece piece) {
        var rules = zone.getRules();
        Instant at = span.from();
        while (at.isBefore(span.to())) {
            var offset = rules.getOffset(at);
            var local = LocalDateTime.ofInstant(at, offset);
            var end = earlier(
                    span.to(),
                    LocalDateTime.of(local.toLocalDate().plusDays(1), LocalTime.MIDNIGHT)
                            .toInstant(offset));
            var change = rules.isFixedOffset() ? null : rules.nextTransition(at);
            if (change != null) {
                end = earlier(end, change.getInstant());
            }
            piece.take(
                    local.toLocalDate(),
                    local.toLocalTime().toNanoOfDay(),
                    Duration.between(at, end).toNanos());
            at = end;
        }
    }

    /** How long a day lasts: 24 hours but where the clocks are changed. */
    static Duration length(LocalDate day, ZoneId zone) {
        return Duration.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
