package org.ethotag.signal;

/**
 * The geometry of windows over a recording.
 *
 * @param lengthSamples samples per window, at least 1
 * @param strideSamples from the start of one window to the start of the next, at least 1; equal to the length means that
 *     windows do not overlap
 */
public record WindowSpec(int lengthSamples, int strideSamples) {
    public WindowSpec {
        if (lengthSamples < 1 || strideSamples < 1) {
            throw new IllegalArgumentException("not a window: " + lengthSamples + " every " + strideSamples);
        }
    }

    /** Windows that touch and do not overlap, as training uses them (arXiv 2209.04130, section 4). */
    public static WindowSpec nonOverlapping(int lengthSamples) {
        return new WindowSpec(lengthSamples, lengthSamples);
    }

    /** How many whole windows lie in {@code samples} samples. */
    public long countIn(long samples) {
        return samples < lengthSamples ? 0 : (samples - lengthSamples) / strideSamples + 1;
    }
}
