package org.ethotag.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Samples {@code [from, to)} of one recording, counted from its first sample.
 *
 * @param from first sample, 0 or more
 * @param to one past the last sample, at least {@code from}
 */
public record SampleRange(long from, long to) implements Comparable<SampleRange> {
    public SampleRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a range of samples: [" + from + ", " + to + ")");
        }
    }

    /**
     * Which of some ranges a sample lies in.
     *
     * @param ranges in order, at least one
     * @return index of the last range that begins at or before the sample, 0 if there is none
     */
    public static int indexOf(long sample, List<SampleRange> ranges) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ranges.get(middle).from <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many samples. */
    public long length() {
        return to - from;
    }

    /** Whether there is no sample in it. */
    public boolean isEmpty() {
        return from == to;
    }

    /** Whether {@code sample} lies inside. */
    public boolean contains(long sample) {
        return sample >= from && sample < to;
    }

    /** Whether all of {@code other} lies inside. */
    public boolean contains(SampleRange other) {
        return other.from >= from && other.to <= to;
    }

    /** Whether at least one sample is in both. */
    public boolean overlaps(SampleRange other) {
        return Math.max(from, other.from) < Math.min(to, other.to);
    }

    /** The samples in both, if any. */
    public Optional<SampleRange> intersection(SampleRange other) {
        return overlaps(other)
                ? Optional.of(new SampleRange(Math.max(from, other.from), Math.min(to, other.to)))
                : Optional.empty();
    }

    /** What is left without {@code taken}: none, one or two ranges, none of them empty. */
    public List<SampleRange> minus(SampleRange taken) {
        if (!overlaps(taken)) {
            return isEmpty() ? List.of() : List.of(this);
        }
        var left = new ArrayList<SampleRange>(2);
        if (from < taken.from) {
            left.add(new SampleRange(from, taken.from));
        }
        if (taken.to < to) {
            left.add(new SampleRange(taken.to, to));
        }
        return List.copyOf(left);
    }

    /** The same range, {@code samples} later (or earlier if negative). */
    public SampleRange shifted(long samples) {
        return new SampleRange(from + samples, to + samples);
    }

    @Override
    public int compareTo(SampleRange other) {
        int byStart = Long.compare(from, other.from);
        return byStart != 0 ? byStart : Long.compare(to, other.to);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
