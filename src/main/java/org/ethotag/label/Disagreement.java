package org.ethotag.label;

import org.ethotag.signal.SampleRange;

/**
 * A stretch that two tracks label differently.
 *
 * @param range its samples, at least one
 * @param first behaviour on the first track
 * @param second behaviour on the second track
 */
public record Disagreement(SampleRange range, String first, String second) {}
