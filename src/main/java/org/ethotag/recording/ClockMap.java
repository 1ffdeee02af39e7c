package org.ethotag.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ethotag.signal.SampleRate;

/**
 * When each sample of a recording was taken: piecewise linear, a new piece wherever a stretch starts or the clock drifts.
 * Times of different stretches may overlap or go back, as device clocks do.
 *
 * @param rate samples per second as used; pieces run at their own measured rates, which differ from it by drift
 * @param anchors at least one; the first at sample 0, samples rising
 */
public record ClockMap(SampleRate rate, List<Anchor> anchors) {
    private static final double NANOS = 1e9;

    public ClockMap {
        anchors = List.copyOf(anchors);
        if (anchors.isEmpty() || anchors.getFirst().sample() != 0) {
            throw new IllegalArgumentException("a clock starts at sample 0: " + anchors);
        }
        for (int i = 1; i < anchors.size(); i++) {
            if (anchors.get(i).sample() <= anchors.get(i - 1).sample()) {
                throw new IllegalArgumentException(
                        "anchors do not rise at sample " + anchors.get(i).sample());
            }
        }
    }

    /** A clock without gaps and drift. */
    public static ClockMap regular(Instant start, SampleRate rate) {
        return new ClockMap(rate, List.of(new Anchor(0, start, rate.hertz())));
    }

    /** When a sample was taken; samples past the end follow the last piece, those before 0 the first. */
    public Instant timeOf(long sample) {
        return timeOf(anchors.get(pieceOf(sample)), sample);
    }

    /**
     * The sample nearest to a time, 0 or more; the earliest if several are equally near. A time in a gap gives the sample
     * at its nearer edge; after the end the last piece goes on.
     */
    public long sampleAt(Instant time) {
        long best = 0;
        Duration nearest = Duration.between(anchors.getFirst().time(), time).abs();
        for (int piece = 0; piece < anchors.size(); piece++) {
            long sample = nearestIn(piece, time);
            Duration distance =
                    Duration.between(timeOf(anchors.get(piece), sample), time).abs();
            if (distance.compareTo(nearest) < 0) {
                best = sample;
                nearest = distance;
            }
        }
        return best;
    }

    private long nearestIn(int piece, Instant time) {
        var anchor = anchors.get(piece);
        var since = Duration.between(anchor.time(), time);
        long steps = Math.round((since.getSeconds() + since.getNano() / NANOS) * anchor.rateHz());
        long last = piece + 1 < anchors.size() ? anchors.get(piece + 1).sample() - 1 : Long.MAX_VALUE / 2;
        return Math.clamp(anchor.sample() + steps, anchor.sample(), last);
    }

    private static Instant timeOf(Anchor anchor, long sample) {
        long steps = sample - anchor.sample();
        long seconds = (long) Math.floor(steps / anchor.rateHz());
        double rest = steps - seconds * anchor.rateHz();
        return anchor.time().plusSeconds(seconds).plusNanos(Math.round(rest / anchor.rateHz() * NANOS));
    }

    private int pieceOf(long sample) {
        int low = 0;
        int high = anchors.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (anchors.get(middle).sample() <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
