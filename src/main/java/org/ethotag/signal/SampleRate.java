package org.ethotag.signal;

import java.time.Duration;

/**
 * How often a sensor was read.
 *
 * @param hertz samples per second, above 0 and at most 100,000
 */
public record SampleRate(double hertz) {
    /** Faster than any accelerometer tag. */
    private static final double FASTEST_HZ = 100_000;

    public SampleRate {
        if (!(hertz > 0 && hertz <= FASTEST_HZ)) {
            throw new IllegalArgumentException("not a sample rate: " + hertz + " Hz");
        }
    }

    /** How long {@code samples} samples last, to the nearest nanosecond. */
    public Duration durationOf(long samples) {
        long seconds = (long) Math.floor(samples / hertz);
        double rest = samples - seconds * hertz;
        return Duration.ofSeconds(seconds, Math.round(rest / hertz * 1e9));
    }

    /** How many samples fit into a duration, with their fraction. */
    public double samplesIn(Duration duration) {
        return (duration.getSeconds() + duration.getNano() * 1e-9) * hertz;
    }
}
