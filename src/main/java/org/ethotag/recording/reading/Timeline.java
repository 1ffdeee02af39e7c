package org.ethotag.recording.reading;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;

/**
 * Cuts samples into stretches by their stamps. A late stamp is a gap only if the stamps after it stay late: jitter catches
 * up. Stamps coarser than the samples (such as whole seconds at 50 Hz) count where they change. One thread.
 */
final class Timeline {
    /** A step longer than this many intervals may be a gap. */
    private static final double LONG_STEP = 1.5;
    /** A step longer than this many intervals is a gap, unless the stamps usually come in bursts. */
    private static final double SURE_GAP = 4;
    /** Stamps after a late one that may show that it was jitter. */
    private static final int LOOK_AHEAD = 8;

    /** How fast the latest stamps of before are forgotten, in intervals per sample. */
    private static final double FORGETTING = 1.0 / 16;

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final Findings findings;
    private final double intervalNanos;
    private final long coarseNanos;
    private final long toleranceNanos;
    private final double sureGapNanos;
    private final ClockFit clock;
    private final List<Long> starts = new ArrayList<>();
    private final long[] held = new long[LOOK_AHEAD];
    private int heldCount;
    private long heldFrom = -1;
    private long heldLine;
    private long beforeHeld;
    private double expectedBeforeHeld;
    private double expected;
    private long samples;
    private long startNanos;
    private long last;
    private long gapNanos;
    private long longestGapNanos;
    private long stepsBack;

    /** A timeline that notes gaps and odd stamps in {@code findings}. */
    Timeline(Findings findings, TimePlan time) {
        this.findings = findings;
        this.intervalNanos = time.intervalNanos();
        this.coarseNanos = time.coarseNanos();
        this.toleranceNanos = 2 * time.resolutionNanos();
        this.sureGapNanos = time.bursts() ? Double.POSITIVE_INFINITY : SURE_GAP * intervalNanos;
        this.clock = new ClockFit(intervalNanos, Math.max(intervalNanos / 2, (double) toleranceNanos));
    }

    /** The stamp of the next sample. */
    void add(long nanos, long line) {
        long step = nanos - last;
        if (samples == 0) {
            begin(0, nanos);
        } else if (step < 0) {
            back(nanos, line);
        } else if (coarseNanos > 0) {
            coarse(nanos, line);
        } else {
            fine(nanos, line);
        }
        last = nanos;
        samples++;
        if (heldCount == 0) {
            expected = Math.max((double) nanos, expected + intervalNanos * (1 - FORGETTING));
        }
    }

    /** Ends the last stretch and says what was found. */
    void finish() {
        settle(true);
        if (samples > 0) {
            clock.end(startNanos);
        }
        findings.describe(FindingKind.GAPS, seconds(gapNanos), seconds(longestGapNanos));
        findings.describe(FindingKind.BACKWARD_STAMPS, stepsBack);
    }

    List<SampleRange> stretches() {
        var stretches = new ArrayList<SampleRange>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            stretches.add(new SampleRange(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : samples));
        }
        return stretches;
    }

    /** The clock; useful after {@link #finish}. */
    ClockFit clock() {
        return clock;
    }

    private void back(long nanos, long line) {
        findings.at(FindingKind.BACKWARD_STAMPS, line);
        if (last - nanos > Math.max(intervalNanos, (double) coarseNanos)) {
            stepsBack++;
            settle(true);
            clock.end(startNanos);
            begin(samples, nanos);
        } else if (coarseNanos == 0) {
            fit(nanos);
        }
    }

    private void coarse(long nanos, long line) {
        if (nanos == last) {
            return;
        }
        if (nanos - last > LONG_STEP * coarseNanos) {
            gap(nanos - last - coarseNanos, line);
            clock.end(startNanos);
            begin(samples, nanos);
        } else {
            clock.add(samples, nanos);
        }
    }

    private void fine(long nanos, long line) {
        long step = nanos - last;
        if (step == 0) {
            findings.at(FindingKind.DUPLICATED_STAMPS, line);
        }
        if (step > LONG_STEP * intervalNanos && step > intervalNanos + toleranceNanos) {
            settle(true);
            heldFrom = samples;
            heldLine = line;
            beforeHeld = last;
            expectedBeforeHeld = expected;
        } else if (heldCount == 0) {
            clock.add(samples, nanos);
            return;
        }
        if (step > sureGapNanos) {
            held[heldCount++] = nanos;
            settle(true);
        } else {
            fit(nanos);
        }
    }

    /** Holds a stamp back while it is open whether there was a gap, else passes it on. */
    private void fit(long nanos) {
        if (heldCount == 0 && heldFrom != samples) {
            clock.add(samples, nanos);
            return;
        }
        held[heldCount++] = nanos;
        if (nanos - expectedBeforeHeld <= (heldCount + LONG_STEP - 1) * intervalNanos) {
            settle(false);
        } else if (heldCount == LOOK_AHEAD) {
            settle(true);
        }
    }

    private void settle(boolean isGap) {
        if (heldCount == 0) {
            return;
        }
        if (isGap) {
            gap(held[0] - beforeHeld - Math.round(intervalNanos), heldLine);
            clock.end(startNanos);
            starts.add(heldFrom);
            startNanos = held[0];
            clock.start(heldFrom);
            expected = held[heldCount - 1];
        }
        for (int i = 0; i < heldCount; i++) {
            clock.add(heldFrom + i, held[i]);
        }
        heldCount = 0;
        heldFrom = -1;
    }

    private void gap(long nanos, long line) {
        findings.at(FindingKind.GAPS, line);
        if (nanos > HOUR_NANOS) {
            findings.at(FindingKind.JUMPS, line);
        }
        gapNanos += nanos;
        longestGapNanos = Math.max(longestGapNanos, nanos);
    }

    private void begin(long sample, long nanos) {
        starts.add(sample);
        startNanos = nanos;
        expected = nanos;
        clock.start(sample);
        if (coarseNanos == 0) {
            clock.add(sample, nanos);
        }
    }

    private static String seconds(long nanos) {
        return String.valueOf(Math.round(nanos / 1e6) / 1e3);
    }
}
