package org.ethotag.recording;

import java.time.Instant;

/**
 * From a sample on, the clock ran like this.
 *
 * @param sample 0 or more
 * @param time when it was taken
 * @param rateHz samples per second of real time from here to the next anchor, above 0
 */
public record Anchor(long sample, Instant time, double rateHz) {
    public Anchor {
        if (sample < 0 || !(rateHz > 0 && rateHz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an anchor: sample " + sample + " at " + rateHz + " Hz");
        }
    }
}
