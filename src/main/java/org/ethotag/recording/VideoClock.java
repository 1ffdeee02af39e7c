package org.ethotag.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which moment of a recording a moment of a video shows. One anchor is an offset: both clocks run alike. With several, time
 * runs straight from one to the next, and beyond the first and the last as it does beside them; so a clock that drifts is
 * followed as closely as there are anchors. Immutable.
 *
 * @param anchors at least one; both times rise
 */
public record VideoClock(List<VideoAnchor> anchors) {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final double SECONDS_PER_HOUR = 3600;
    /** An anchor this close to another one is a second try at the same moment. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    public VideoClock {
        anchors = List.copyOf(anchors);
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("a clock has an anchor");
        }
        for (int i = 1; i < anchors.size(); i++) {
            var before = anchors.get(i - 1);
            var now = anchors.get(i);
            if (now.video().compareTo(before.video()) <= 0 || !now.time().isAfter(before.time())) {
                throw new IllegalArgumentException("anchors do not rise: " + before + ", " + now);
            }
        }
    }

    /** Both begin together at a time. */
    public static VideoClock startingAt(Instant time) {
        return new VideoClock(List.of(new VideoAnchor(Duration.ZERO, time)));
    }

    /**
     * When a moment of the video was, by the recording's clock.
     *
     * @param videoSeconds since the first frame
     */
    public Instant timeAt(double videoSeconds) {
        int i = pieceOf(videoSeconds);
        var anchor = anchors.get(i);
        double since = (videoSeconds - seconds(anchor.video())) * rate(i);
        return anchor.time().plusNanos(Math.round(since * NANOS));
    }

    /** The moment of the video that shows a time, in seconds since its first frame; below 0 if that was before. */
    public double videoAt(Instant time) {
        int piece = 0;
        for (int i = 1; i + 1 < anchors.size(); i++) {
            if (!anchors.get(i).time().isAfter(time)) {
                piece = i;
            }
        }
        var anchor = anchors.get(piece);
        return seconds(anchor.video()) + seconds(Duration.between(anchor.time(), time)) / rate(piece);
    }

    /** Index of the anchor that begins the piece in which a moment lies. */
    private int pieceOf(double videoSeconds) {
        int piece = 0;
        for (int i = 1; i + 1 < anchors.size(); i++) {
            if (seconds(anchors.get(i).video()) <= videoSeconds) {
                piece = i;
            }
        }
        return piece;
    }

    /** Seconds of the recording per second of the video from an anchor to the next. */
    private double rate(int piece) {
        if (anchors.size() == 1) {
            return 1;
        }
        var from = anchors.get(piece);
        var to = anchors.get(piece + 1);
        return seconds(Duration.between(from.time(), to.time()))
                / seconds(to.video().minus(from.video()));
    }

    /** How much faster the recording's clock runs than the video's, from the first anchor to the last; 0 with one anchor. */
    public double driftSecondsPerHour() {
        if (anchors.size() == 1) {
            return 0;
        }
        var first = anchors.getFirst();
        var last = anchors.getLast();
        double video = seconds(last.video().minus(first.video()));
        return (seconds(Duration.between(first.time(), last.time())) / video - 1) * SECONDS_PER_HOUR;
    }

    /**
     * How far an anchor lies from where all the others would put it, in milliseconds, above 0 if it is later: an anchor that
     * was set badly stands out. Unknown with fewer than three anchors: two are always in line.
     */
    public OptionalDouble residualMs(int anchor) {
        if (anchors.size() < 3) {
            return OptionalDouble.empty();
        }
        var left = anchors.get(anchor);
        var others = without(anchor).timeAt(seconds(left.video()));
        return OptionalDouble.of(seconds(Duration.between(others, left.time())) * MILLIS);
    }

    /**
     * With one more anchor; it replaces one that is less than a second away in the video.
     *
     * @throws IllegalArgumentException if time would run backward
     */
    public VideoClock with(VideoAnchor anchor) {
        var all = new ArrayList<VideoAnchor>();
        for (VideoAnchor other : anchors) {
            if (other.video().minus(anchor.video()).abs().compareTo(SAME_MOMENT) >= 0) {
                all.add(other);
            }
        }
        int place = 0;
        while (place < all.size() && all.get(place).video().compareTo(anchor.video()) < 0) {
            place++;
        }
        all.add(place, anchor);
        return new VideoClock(all);
    }

    /** Without an anchor that is not the only one. */
    public VideoClock without(int anchor) {
        var all = new ArrayList<>(anchors);
        all.remove(anchor);
        return new VideoClock(all);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }
}
