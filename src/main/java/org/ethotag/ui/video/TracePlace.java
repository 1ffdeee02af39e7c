package org.ethotag.ui.video;

import java.time.Instant;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.trace.TraceSource;

/** Where a time lies on a trace. */
final class TracePlace {
    private TracePlace() {}

    /**
     * The place of a time, in samples with their fraction. In a gap it is the end of what lies before, before the beginning
     * it is 0.
     */
    static double sampleAt(TraceSource source, Instant time) {
        var stretches = source.stretches();
        if (stretches.isEmpty()) {
            return source.positionOf(time, new SampleRange(0, source.length()));
        }
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (source.time().timeOf(stretches.get(middle).from()).isAfter(time)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return source.positionOf(time, stretches.get(low));
    }
}
