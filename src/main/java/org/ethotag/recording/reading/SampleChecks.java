package org.ethotag.recording.reading;

import java.util.ArrayList;
import java.util.Locale;
import org.ethotag.signal.Samples;

/** Looks at values while they pass: clipping, and the norm while the animal is still. Constant memory; one thread. */
final class SampleChecks {
    /** Sensors measure at least to 2 g; a run below that is no clipping. */
    private static final double SMALLEST_RANGE_G = 1.9;
    /** Equal neighbours at the extreme that make a run. */
    private static final int RUN = 3;

    private static final int BLOCK = 32;
    /** Noise and breathing; grazing is above 0.1 (cattle collars at 10 Hz). */
    private static final double STILL_G = 0.04;

    private static final double LOWEST_NORM_G = 0.7;
    private static final double HIGHEST_NORM_G = 1.3;
    private static final int BINS_PER_G = 100;
    private static final int MOST_G = 50;

    private final Edge[] edges = new Edge[2 * Samples.AXES];
    private final long[] still = new long[MOST_G * BINS_PER_G + 1];
    private final long[] all = new long[MOST_G * BINS_PER_G + 1];
    private int inBlock;
    private double sum;
    private double squares;

    SampleChecks() {
        for (int i = 0; i < edges.length; i++) {
            edges[i] = new Edge();
        }
    }

    /** Samples at the highest value so far, of those in runs. */
    private static final class Edge {
        private float extreme = Float.NEGATIVE_INFINITY;
        private int run;
        private long clipped;

        void see(float value) {
            if (value > extreme) {
                extreme = value;
                run = 1;
                clipped = 0;
            } else if (value == extreme) {
                run++;
                clipped += run == RUN ? RUN : run > RUN ? 1 : 0;
            } else {
                run = 0;
            }
        }
    }

    void append(float x, float y, float z) {
        edges[0].see(x);
        edges[1].see(-x);
        edges[2].see(y);
        edges[3].see(-y);
        edges[4].see(z);
        edges[5].see(-z);
        double norm = Math.sqrt((double) x * x + (double) y * y + (double) z * z);
        if (!(norm < MOST_G)) {
            return;
        }
        sum += norm;
        squares += norm * norm;
        if (++inBlock == BLOCK) {
            block();
        }
    }

    void report(Findings findings) {
        reportClipping(findings);
        double norm = median(count(still) > 0 ? still : all);
        if (count(all) > 0 && (norm < LOWEST_NORM_G || norm > HIGHEST_NORM_G)) {
            findings.add(
                    FindingKind.IMPLAUSIBLE_NORM,
                    1,
                    String.format(Locale.ROOT, "%.2f", norm),
                    LOWEST_NORM_G,
                    HIGHEST_NORM_G);
        }
    }

    private void reportClipping(Findings findings) {
        long clipped = 0;
        var axes = new ArrayList<String>();
        for (int i = 0; i < edges.length; i++) {
            if (edges[i].extreme >= SMALLEST_RANGE_G && edges[i].clipped > 0) {
                clipped += edges[i].clipped;
                axes.add("xyz".charAt(i / 2) + (i % 2 == 0 ? " at " : " at -") + edges[i].extreme + " g");
            }
        }
        findings.add(FindingKind.CLIPPED, clipped, String.join(", ", axes));
    }

    private void block() {
        double mean = sum / BLOCK;
        double variance = Math.max(0, squares / BLOCK - mean * mean);
        int bin = (int) Math.round(mean * BINS_PER_G);
        all[bin]++;
        if (Math.sqrt(variance) < STILL_G) {
            still[bin]++;
        }
        inBlock = 0;
        sum = 0;
        squares = 0;
    }

    private static long count(long[] bins) {
        long count = 0;
        for (long bin : bins) {
            count += bin;
        }
        return count;
    }

    private static double median(long[] bins) {
        long half = (count(bins) + 1) / 2;
        int bin = -1;
        for (long seen = 0; seen < half; ) {
            seen += bins[++bin];
        }
        return Math.max(0, bin) / (double) BINS_PER_G;
    }
}
