package org.ethotag.sample;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.ethotag.signal.SampleRate;

/**
 * Which herd to make up.
 *
 * @param seed the same seed makes the same bytes
 * @param animals 1 to 1000
 * @param rate samples per second of every collar
 * @param duration of each recording, above 0
 * @param timeCompression 1 for a real day; with 5 the grazing, standing and lying bouts are five times as short, so that
 *     a recording of minutes has all behaviours
 * @param start time of the first sample of every recording; its offset stands in every stamp
 */
public record HerdSettings(
        long seed, int animals, SampleRate rate, Duration duration, double timeCompression, OffsetDateTime start) {
    private static final int MOST_ANIMALS = 1000;

    public HerdSettings {
        if (animals < 1 || animals > MOST_ANIMALS) {
            throw new IllegalArgumentException("1 to " + MOST_ANIMALS + " animals, not " + animals);
        }
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a recording lasts longer than " + duration);
        }
        if (!(timeCompression >= 1)) {
            throw new IllegalArgumentException("time is compressed 1 time or more, not " + timeCompression);
        }
    }

    /** The herd of the folder {@code sample-data}: eight animals, 14 minutes each, 50 Hz, time compressed five times. */
    public static HerdSettings sampleData() {
        return new HerdSettings(
                20_220_908,
                8,
                new SampleRate(50),
                Duration.ofMinutes(14),
                5,
                OffsetDateTime.of(2026, 4, 14, 7, 30, 0, 0, ZoneOffset.ofHours(2)));
    }

    /** The same herd, recorded for another time. */
    public HerdSettings lasting(Duration other) {
        return new HerdSettings(seed, animals, rate, other, timeCompression, start);
    }

    /** Samples of each recording. */
    public long samples() {
        return (long) Math.floor(rate.samplesIn(duration));
    }
}
