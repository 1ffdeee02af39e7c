package org.ethotag.review;

import java.util.Arrays;
import java.util.List;
import org.ethotag.signal.SampleRange;

/**
 * What one model said about windows that slide over one recording. Immutable. Two bytes per probability and eight per window:
 * a month at 62.5 Hz with four classes, a window every 64 samples, is 40 MB.
 */
public final class WindowAnswers {
    /** A probability of 1. */
    public static final int ONE = 0xffff;

    private final Origin origin;
    private final List<String> classes;
    private final int lengthSamples;
    private final long[] starts;
    /** [window][class] row-major, 0 to {@link #ONE}. */
    private final char[] probabilities;

    /**
     * Where answers come from.
     *
     * @param run id of the run that the model is part of
     * @param model its title
     * @param learnt whether it learnt from the animal that it judged, so that it is surer than it would be of others
     * @param rawSha256 of the recording that was judged
     */
    public record Origin(String run, String model, boolean learnt, String rawSha256) {}

    /**
     * @param lengthSamples of each window, at least 1
     * @param starts first sample of each window, rising, 0 or more; copied
     * @param probabilities [window][class] row-major, 0 to {@link #ONE}; copied
     * @throws IllegalArgumentException if these do not fit together
     */
    public WindowAnswers(Origin origin, List<String> classes, int lengthSamples, long[] starts, char[] probabilities) {
        this.origin = origin;
        this.classes = List.copyOf(classes);
        this.lengthSamples = lengthSamples;
        this.starts = starts.clone();
        this.probabilities = probabilities.clone();
        if (classes.isEmpty() || lengthSamples < 1 || probabilities.length != (long) starts.length * classes.size()) {
            throw new IllegalArgumentException(starts.length + " windows of " + lengthSamples + " samples, "
                    + classes.size() + " classes, " + probabilities.length + " probabilities");
        }
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < 0 || (i > 0 && starts[i] <= starts[i - 1])) {
                throw new IllegalArgumentException("windows do not rise at number " + i);
            }
        }
    }

    /**
     * A probability as it is kept.
     *
     * @param probability 0 to 1
     */
    public static char rounded(double probability) {
        return (char) Math.round(Math.clamp(probability, 0.0, 1.0) * ONE);
    }

    public Origin origin() {
        return origin;
    }

    /** Names of the classes, in the order of their index. */
    public List<String> classes() {
        return classes;
    }

    /** How many windows. */
    public int size() {
        return starts.length;
    }

    /** Samples of each window. */
    public int lengthSamples() {
        return lengthSamples;
    }

    /** The samples of a window. */
    public SampleRange range(int window) {
        return new SampleRange(starts[window], starts[window] + lengthSamples);
    }

    /** 0 to {@link #ONE}. */
    public int kept(int window, int label) {
        return probabilities[window * classes.size() + label];
    }

    /** 0 to 1, to the nearest 65,535th. */
    public double probability(int window, int label) {
        return (double) kept(window, label) / ONE;
    }

    /** Index of the first window that starts at or after a sample. */
    public int firstFrom(long sample) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] >= sample) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowAnswers a
                && origin.equals(a.origin)
                && classes.equals(a.classes)
                && lengthSamples == a.lengthSamples
                && Arrays.equals(starts, a.starts)
                && Arrays.equals(probabilities, a.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return size() + " windows by " + origin;
    }
}
