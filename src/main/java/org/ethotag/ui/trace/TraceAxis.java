package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.signal.SampleRange;

/**
 * Where the ticks of real time stand over the samples on the screen. Time jumps between stretches, so each visible
 * stretch has its own ticks.
 *
 * @param ticks in the order of the screen
 * @param days where a new day begins, with its date; empty if the ticks are dates themselves
 */
record TraceAxis(List<Mark> ticks, List<Mark> days) {
    /** A time on the screen; x in pixels of the plot. */
    record Mark(double x, String label) {}

    private static final double APART_PIXELS = 104;
    /** With more stretches on the screen than this, they are taken as one. */
    private static final int MOST_STRETCHES = 200;

    static TraceAxis of(TraceSource source, TraceViewport view, Locale locale) {
        var visible = view.visible();
        if (visible.isEmpty()) {
            return new TraceAxis(List.of(), List.of());
        }
        double secondsPerPixel = view.samplesPerPixel() / source.rate().hertz();
        var ticks = TimeTicks.atLeast(Duration.ofNanos((long) (APART_PIXELS * secondsPerPixel * 1e9)));
        var days = new TimeTicks(new TimeTicks.Step.Days(1));
        boolean clock = ticks.step() instanceof TimeTicks.Step.Clock;
        var marks = new ArrayList<Mark>();
        var dates = new ArrayList<Mark>();
        for (SampleRange piece : pieces(source, visible)) {
            Instant from = source.time().timeOf(piece.from());
            Instant to = source.time().timeOf(piece.to() - 1);
            if (!to.isBefore(from)) {
                marks.addAll(place(ticks, from, to, source, piece, view, locale));
                if (clock) {
                    dates.addAll(place(days, from, to, source, piece, view, locale));
                }
            }
        }
        return new TraceAxis(apart(marks), dates);
    }

    private static List<SampleRange> pieces(TraceSource source, SampleRange visible) {
        var pieces = new ArrayList<SampleRange>();
        if (source.stretches().isEmpty()) {
            return List.of(visible);
        }
        int first = source.stretchAt(visible.from());
        int last = source.stretchAt(visible.to() - 1);
        if (last - first > MOST_STRETCHES) {
            return List.of(visible);
        }
        for (SampleRange stretch : source.stretches().subList(first, last + 1)) {
            stretch.intersection(visible).ifPresent(pieces::add);
        }
        return pieces;
    }

    private static List<Mark> place(
            TimeTicks ticks,
            Instant from,
            Instant to,
            TraceSource source,
            SampleRange piece,
            TraceViewport view,
            Locale locale) {
        ZoneId zone = source.zone();
        return ticks.between(from, to, zone, locale).stream()
                .map(tick -> new Mark(view.xOf(source.positionOf(tick.time(), piece)), tick.label()))
                .toList();
    }

    /** Without those that would run into the one before. */
    private static List<Mark> apart(List<Mark> marks) {
        var kept = new ArrayList<Mark>();
        double free = Double.NEGATIVE_INFINITY;
        for (Mark mark : marks) {
            if (mark.x() >= free) {
                kept.add(mark);
                free = mark.x() + APART_PIXELS * 0.8;
            }
        }
        return kept;
    }
}
