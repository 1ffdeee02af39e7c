package org.ethotag.recording;

import java.time.Instant;
import java.util.List;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;

/**
 * What a trace file says about its samples.
 *
 * @param name what people read, usually the raw file's name without extension
 * @param animal id of the animal when the file was written
 * @param rawSha256 hash of the raw file, 64 hexadecimal digits
 * @param stretches contiguous pieces without gaps, in order, together all samples
 * @param clock when the samples were taken
 */
public record TraceDetails(String name, String animal, String rawSha256, List<SampleRange> stretches, ClockMap clock) {
    private static final int SHA256_DIGITS = 64;

    public TraceDetails {
        stretches = List.copyOf(stretches);
        if (rawSha256.length() != SHA256_DIGITS) {
            throw new IllegalArgumentException("not a SHA-256 hash: " + rawSha256);
        }
        long end = 0;
        for (var stretch : stretches) {
            if (stretch.from() != end || stretch.isEmpty()) {
                throw new IllegalArgumentException("stretches do not touch at sample " + end);
            }
            end = stretch.to();
        }
    }

    /** Details of samples without gaps that come from no file, as generators make them. */
    public static TraceDetails generated(
            String name, String animal, Instant start, SampleRate rate, long lengthSamples) {
        return new TraceDetails(
                name,
                animal,
                "0".repeat(SHA256_DIGITS),
                List.of(new SampleRange(0, lengthSamples)),
                ClockMap.regular(start, rate));
    }

    /** Samples on each axis. */
    public long lengthSamples() {
        return stretches.isEmpty() ? 0 : stretches.getLast().to();
    }
}
