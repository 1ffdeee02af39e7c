package org.ethotag.evaluation;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of real time.
 *
 * @param from first moment
 * @param to first moment after it, not before {@code from}
 */
public record TimeSpan(Instant from, Instant to) implements Comparable<TimeSpan> {
    public TimeSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a time that ends before it begins: " + from + " to " + to);
        }
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether it has no length. */
    public boolean isEmpty() {
        return from.equals(to);
    }

    /** The part that lies in another one; without length if there is none. */
    public TimeSpan within(TimeSpan other) {
        var start = from.isAfter(other.from) ? from : other.from;
        var end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? new TimeSpan(start, end) : new TimeSpan(from, from);
    }

    @Override
    public int compareTo(TimeSpan other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : to.compareTo(other.to);
    }
}
