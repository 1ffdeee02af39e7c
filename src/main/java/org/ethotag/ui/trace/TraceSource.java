package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Trace;

/**
 * What a {@link TraceView} shows.
 *
 * @param trace the acceleration
 * @param time when each sample was taken
 * @param zone what people on the farm call that time
 * @param rate samples per second within a stretch
 * @param stretches pieces without a gap, in order, covering the trace; between two of them time jumps
 */
public record TraceSource(Trace trace, TimeMap time, ZoneId zone, SampleRate rate, List<SampleRange> stretches) {
    /** A clock drifts by parts in ten thousand, so each round gains four digits. */
    private static final int REFINEMENTS = 4;

    public TraceSource {
        stretches = List.copyOf(stretches);
    }

    /** Samples on each axis. */
    public long length() {
        return trace.lengthSamples();
    }

    /**
     * Where on the sample axis a time lies, with its fraction of a sample.
     *
     * @param piece part of one stretch, where time runs forward; the answer is inside it or at its edges
     */
    double positionOf(Instant instant, SampleRange piece) {
        double position = piece.from();
        for (int i = 0; i < REFINEMENTS; i++) {
            long whole = Math.clamp((long) Math.floor(position), piece.from(), Math.max(piece.from(), piece.to() - 1));
            double seconds = Duration.between(time.timeOf(whole), instant).toNanos() * 1e-9;
            position = Math.clamp(whole + seconds * rate.hertz(), (double) piece.from(), (double) piece.to());
        }
        return position;
    }

    /** Index of the stretch that a sample lies in. */
    int stretchAt(long sample) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).from() <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The stretch that a sample lies in; the whole trace if none is known. */
    public SampleRange stretchOf(long sample) {
        return stretches.isEmpty() ? new SampleRange(0, length()) : stretches.get(stretchAt(sample));
    }
}
