package org.ethotag.ui.label;

import java.util.Comparator;
import java.util.List;
import org.ethotag.label.ChangePoints;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.ethotag.ui.trace.TraceSource;

/**
 * Change points of the acceleration around a place. The samples are read at once, the search is left to a worker thread.
 *
 * @param from the sample that the values begin with
 * @param values [axis][sample], in g
 * @param rateHz samples per second
 */
record BorderSnap(long from, float[][] values, double rateHz) {
    /** The search costs up to the square of this. */
    private static final int MOST_SAMPLES = 2000;

    private static final double LEAST_SEGMENT_SECONDS = 0.5;
    /**
     * Neighbouring samples of an animal's movement resemble each other, so Schwarz's penalty, made for independent ones,
     * would see a change at each step of the gait.
     */
    private static final double STRICTNESS = 4;

    /** What lies around a place and on the screen, inside the gap-free stretch of the place. */
    static BorderSnap around(TraceSource source, SampleRange visible, long place) {
        var stretch = source.stretchOf(Math.clamp(place, 0, Math.max(0, source.length() - 1)));
        long reach = MOST_SAMPLES / 2;
        var near = new SampleRange(Math.max(0, place - reach), place + reach);
        var wanted = near.intersection(visible)
                .filter(r -> r.contains(place))
                .orElse(near)
                .intersection(stretch)
                .orElse(new SampleRange(stretch.from(), stretch.from()));
        Samples samples = source.trace().read(wanted);
        return new BorderSnap(wanted.from(), samples.toArray(), source.rate().hertz());
    }

    /** All change points, in samples of the recording. */
    List<Long> changePoints() {
        int least = (int) Math.max(2, Math.round(LEAST_SEGMENT_SECONDS * rateHz));
        return ChangePoints.of(values, least, STRICTNESS).stream()
                .map(at -> from + at)
                .toList();
    }

    /** The change point nearest to a place among those inside a range; the place itself if there is none. */
    long nearest(long place, SampleRange allowed) {
        return changePoints().stream()
                .filter(allowed::contains)
                .min(Comparator.comparingLong(point -> Math.abs(point - place)))
                .orElse(place);
    }
}
