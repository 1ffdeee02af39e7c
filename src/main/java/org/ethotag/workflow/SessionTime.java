package org.ethotag.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.ethotag.recording.ClockMap;

/**
 * The borders of bouts in real time. A bout starts when its first sample is taken and ends one interval after its last, so
 * that a gap behind it belongs to no bout.
 *
 * @param session id, for messages
 * @param clock of the session
 * @param zone in which times are written
 * @param lengthSamples of the session
 */
public record SessionTime(String session, ClockMap clock, ZoneId zone, long lengthSamples) {
    private static final double NANOS = 1e9;

    /** When the bout that begins at a sample starts. */
    public Instant startOf(long sample) {
        return clock.timeOf(sample);
    }

    /** When the bout that ends before a sample is over. */
    public Instant endOf(long sample) {
        return clock.timeOf(sample - 1).plus(interval());
    }

    /** The first sample of a bout that starts then. @throws IllegalArgumentException if that is before the session */
    public long startAt(Instant time) {
        if (time.isBefore(clock.timeOf(0).minus(interval().dividedBy(2)))) {
            throw new IllegalArgumentException("it starts before the first sample of the session " + session);
        }
        return clock.sampleAt(time);
    }

    /** One after the last sample of a bout that is over then. */
    public long endAt(Instant time) {
        return clock.sampleAt(time.minus(interval())) + 1;
    }

    /** A moment as ISO text with the offset of then. */
    public String text(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }

    /** Seconds from the first sample of the session. */
    public double seconds(Instant time) {
        var since = Duration.between(clock.timeOf(0), time);
        return since.getSeconds() + since.getNano() / NANOS;
    }

    /** The moment that many seconds after the first sample. */
    public Instant atSeconds(double seconds) {
        return clock.timeOf(0).plusNanos(Math.round(seconds * NANOS));
    }

    private Duration interval() {
        return clock.rate().durationOf(1);
    }
}
