package org.ethotag.recording.reading;

import java.util.Arrays;

/**
 * The sample rate that stamps tell: samples over time, unless some blocks of samples are far from the rest (bursts after a
 * pause, stray stamps), then the median over blocks. Constant memory: when there are too many blocks, neighbours are
 * joined. One thread.
 */
final class RateEstimate {
    private static final int BLOCKS = 1024;
    private static final int FIRST_BLOCK_SAMPLES = 64;
    private static final int FEW_BLOCKS = 8;
    /** Mean and median of good stamps agree better than this. */
    private static final double AGREEMENT = 0.001;

    private final long[] durations = new long[BLOCKS];
    private int blocks;
    private long blockSamples = FIRST_BLOCK_SAMPLES;
    private long blockStart;
    private long blockNanos;
    private long firstSample;
    private long firstNanos;
    private long lastSample;
    private long lastNanos;
    private long steps;
    private long duration;

    /** A stretch begins. */
    void start(long sample, long nanos) {
        firstSample = sample;
        firstNanos = nanos;
        blockStart = sample;
        blockNanos = nanos;
        lastSample = sample;
        lastNanos = nanos;
    }

    /** A later sample of the stretch. */
    void add(long sample, long nanos) {
        lastSample = sample;
        lastNanos = nanos;
        if (sample - blockStart >= blockSamples) {
            if (sample - blockStart == blockSamples) {
                put(nanos - blockNanos);
            }
            blockStart = sample;
            blockNanos = nanos;
        }
    }

    /** The stretch ends. */
    void end() {
        steps += lastSample - firstSample;
        duration += lastNanos - firstNanos;
    }

    /** Samples per second, 0 if no stretch has two times. */
    double hertz() {
        double mean = duration > 0 ? (double) steps * NumericStamps.SECOND / duration : 0;
        if (blocks < FEW_BLOCKS) {
            return mean;
        }
        var sorted = Arrays.copyOf(durations, blocks);
        Arrays.sort(sorted);
        double median = (double) blockSamples * NumericStamps.SECOND / Math.max(1, sorted[blocks / 2]);
        return Math.abs(mean / median - 1) < AGREEMENT ? mean : median;
    }

    private void put(long nanos) {
        if (blocks == BLOCKS) {
            blocks /= 2;
            for (int i = 0; i < blocks; i++) {
                durations[i] = durations[2 * i] + durations[2 * i + 1];
            }
            blockSamples *= 2;
            return; // the block at hand is half of one of the new size
        }
        durations[blocks++] = nanos;
    }
}
