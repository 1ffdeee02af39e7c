package org.ethotag.ui.label;

import java.util.Optional;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.trace.TraceSource;

/**
 * Samples that were painted while the recording played, and what lies around their borders: the hand is later than the
 * eye, and where the acceleration changes is most likely where the behaviour did.
 */
record PaintedStretch(SampleRange range, BorderSnap from, BorderSnap to) {
    /** A border lies at most so far before the key: people need this long to see, decide and press. */
    private static final double REACTION_SECONDS = 2;
    /** And at most so far behind it. */
    private static final double FORESIGHT_SECONDS = 0.5;
    /** What lies so far before and behind is compared to find it. */
    private static final double COMPARED_SECONDS = 10;

    static PaintedStretch of(TraceSource source, SampleRange range) {
        return new PaintedStretch(range, around(source, range.from()), around(source, range.to()));
    }

    private static BorderSnap around(TraceSource source, long border) {
        long reach = Math.round(COMPARED_SECONDS * source.rate().hertz());
        return BorderSnap.around(source, new SampleRange(Math.max(0, border - reach), border + reach + 1), border);
    }

    /** The samples between the change points nearest to both borders; nothing if none are left. Takes milliseconds. */
    Optional<SampleRange> snapped() {
        long begin = snapped(from, range.from());
        long end = snapped(to, range.to());
        return end <= begin ? Optional.empty() : Optional.of(new SampleRange(begin, end));
    }

    private static long snapped(BorderSnap snap, long border) {
        long low = Math.max(0, border - Math.round(REACTION_SECONDS * snap.rateHz()));
        return snap.nearest(border, new SampleRange(low, border + 1 + Math.round(FORESIGHT_SECONDS * snap.rateHz())));
    }
}
