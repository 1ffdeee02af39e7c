package org.ethotag.recording.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.recording.Anchor;

/**
 * Fits straight pieces of time to stamps while they pass (a swing filter: Elmeleegy et al., VLDB 2009, section 3): a piece
 * goes on as long as one line passes all its stamps within a tolerance. So a steady clock is one piece, and a drifting one
 * as few as needed. A piece starts where the last one ends. One thread.
 */
final class ClockFit {
    private static final int SHORT_PIECE = 64;
    private static final double MOST_STRETCH = 4;

    private final double intervalNanos;
    private final List<Anchor> anchors = new ArrayList<>();
    private final RateEstimate rate = new RateEstimate();
    private double tolerance;
    private long from;
    private boolean anchored;
    private boolean moved;
    private long anchorSample;
    private long anchorNanos;
    private double slowest;
    private double fastest;
    private long lastSample;
    private long lastNanos;

    ClockFit(double intervalNanos, double toleranceNanos) {
        this.intervalNanos = intervalNanos;
        this.tolerance = toleranceNanos;
    }

    /** A new stretch begins at a sample whose time the next {@link #add} will tell or allow to reckon. */
    void start(long sample) {
        from = sample;
        anchored = false;
        moved = false;
    }

    /** A sample's time. */
    void add(long sample, long nanos) {
        if (!anchored) {
            anchored = true;
            rate.start(sample, nanos);
            anchor(sample, nanos);
        } else {
            double count = sample - anchorSample;
            double low = Math.max(slowest, (nanos - tolerance - anchorNanos) / count);
            double high = Math.min(fastest, (nanos + tolerance - anchorNanos) / count);
            if (low > high) {
                breakPiece();
                add(sample, nanos);
                return;
            }
            slowest = low;
            fastest = high;
            rate.add(sample, nanos);
        }
        lastSample = sample;
        lastNanos = nanos;
    }

    /** Ends the stretch, whose first sample is of about {@code nanos} if no stamp told more. */
    void end(long nanos) {
        if (!anchored) {
            anchors.add(new Anchor(from, time(nanos), NumericStamps.SECOND / intervalNanos));
            return;
        }
        rate.end();
        emit();
    }

    /** Samples per second over all stretches, 0 if no stretch has two times. */
    double rateHz() {
        return rate.hertz();
    }

    List<Anchor> anchors() {
        return anchors;
    }

    private void anchor(long sample, long nanos) {
        anchorSample = sample;
        anchorNanos = nanos;
        slowest = intervalNanos / MOST_STRETCH;
        fastest = intervalNanos * MOST_STRETCH;
        lastSample = sample;
        lastNanos = nanos;
    }

    private void breakPiece() {
        double slope = emit();
        if (lastSample - anchorSample < SHORT_PIECE) {
            tolerance *= 2;
        }
        if (lastSample > anchorSample) {
            anchor(lastSample, anchorNanos + Math.round(slope * (lastSample - anchorSample)));
        } else {
            anchor(anchorSample, anchorNanos);
        }
    }

    private double emit() {
        double slope = slope();
        long sample = anchorSample;
        long nanos = anchorNanos;
        if (!moved && from < sample) {
            nanos -= Math.round(slope * (sample - from));
            sample = from;
        }
        moved = true;
        var anchor = new Anchor(sample, time(nanos), NumericStamps.SECOND / slope);
        if (!anchors.isEmpty() && anchors.getLast().sample() == sample) {
            anchors.removeLast();
        }
        anchors.add(anchor);
        return slope;
    }

    private double slope() {
        long count = lastSample - anchorSample;
        boolean nominal = count < SHORT_PIECE / 2 && intervalNanos >= slowest && intervalNanos <= fastest;
        return nominal || count == 0
                ? intervalNanos
                : Math.clamp((double) (lastNanos - anchorNanos) / count, slowest, fastest);
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, NumericStamps.SECOND), Math.floorMod(nanos, NumericStamps.SECOND));
    }
}
