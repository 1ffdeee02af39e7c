package org.ethotag.ui.trace;

import java.time.Instant;
import org.ethotag.signal.SampleRate;

/** When a sample was taken. */
@FunctionalInterface
public interface TimeMap {
    /** Time of a sample. */
    Instant timeOf(long sample);

    /** A clock that never strays: sample 0 at {@code start}, then one every period. */
    static TimeMap steady(Instant start, SampleRate rate) {
        return sample -> start.plus(rate.durationOf(sample));
    }
}
