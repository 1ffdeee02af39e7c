package org.ethotag.ui.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.signal.Derivation;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.StaticComponent;
import org.ethotag.signal.Trace;
import org.ethotag.ui.trace.tile.TilePyramid;

/**
 * What a {@link TraceView} shows: a trace, its times, and its picture from afar. Making one reads from the disk, so it is
 * work for a job; afterwards the FX thread never has to.
 */
public final class TraceSource {
    /** A clock drifts by parts in ten thousand, so each round gains four digits. */
    private static final int REFINEMENTS = 4;
    /** A whole recording in about a thousand columns: little to read, and a first picture at once. */
    private static final int LEVELS_AT_ONCE = 3;

    private final Trace trace;
    private final TimeMap time;
    private final ZoneId zone;
    private final SampleRate rate;
    private final List<SampleRange> stretches;
    private final Derivation derivation;
    private final TilePyramid tiles;
    private final ValueScale usualValues;

    /**
     * @param trace the acceleration
     * @param time when each sample was taken
     * @param zone what people on the farm call that time
     * @param rate samples per second within a stretch
     * @param stretches pieces without a gap, in order, covering the trace; between two of them time jumps
     */
    public TraceSource(Trace trace, TimeMap time, ZoneId zone, SampleRate rate, List<SampleRange> stretches) {
        this.trace = trace;
        this.time = time;
        this.zone = zone;
        this.rate = rate;
        this.stretches = List.copyOf(stretches);
        this.derivation = new Derivation(trace, stretches, StaticComponent.usual(rate));
        this.tiles = new TilePyramid(derivation);
        this.usualValues = ValueScale.of(trace);
        for (var axis : List.of(Quantity.X, Quantity.Y, Quantity.Z)) {
            tiles.makeTop(axis, LEVELS_AT_ONCE, JobMonitor.unwatched());
        }
    }

    /** The acceleration; reading it is work for a job. */
    public Trace trace() {
        return trace;
    }

    /** When each sample was taken. */
    public TimeMap time() {
        return time;
    }

    /** What people on the farm call that time. */
    public ZoneId zone() {
        return zone;
    }

    /** Samples per second within a stretch. */
    public SampleRate rate() {
        return rate;
    }

    /** Pieces without a gap, in order, covering the trace. */
    public List<SampleRange> stretches() {
        return stretches;
    }

    /** Quantities made of the three axes. */
    Derivation derivation() {
        return derivation;
    }

    /** The picture at every zoom. */
    TilePyramid tiles() {
        return tiles;
    }

    /** The scale at which usual values fill the lanes. */
    ValueScale usualValues() {
        return usualValues;
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
    public double positionOf(Instant instant, SampleRange piece) {
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
        return SampleRange.indexOf(sample, stretches);
    }

    /** The stretch that a sample lies in; the whole trace if none is known. */
    public SampleRange stretchOf(long sample) {
        return stretches.isEmpty() ? new SampleRange(0, length()) : stretches.get(stretchAt(sample));
    }
}
