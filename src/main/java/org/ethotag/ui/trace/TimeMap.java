package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import org.ethotag.signal.SampleRate;

/** When a sample was taken. */
public interface TimeMap {
    /** Time of a sample. */
    Instant timeOf(long sample);

    /** The sample nearest to a time. */
    long sampleAt(Instant time);

    /** A clock that never strays: sample 0 at {@code start}, then one every period. */
    static TimeMap steady(Instant start, SampleRate rate) {
        return new TimeMap() {
            @Override
            public Instant timeOf(long sample) {
                return start.plus(rate.durationOf(sample));
            }

            @Override
            public long sampleAt(Instant time) {
                return Math.round(rate.samplesIn(Duration.between(start, time)));
            }
        };
    }
}
