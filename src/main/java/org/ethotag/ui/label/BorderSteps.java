package org.ethotag.ui.label;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.trace.TraceViewModel;

/** Steps of the cursor from border to border. FX thread only. */
public final class BorderSteps {
    private final TraceViewModel trace;

    BorderSteps(TraceViewModel trace) {
        this.trace = trace;
    }

    /** Moves the cursor to the next border of a bout or a gap; stays if there is none. */
    public void nextBorder() {
        long cursor = trace.cursorProperty().get();
        var inTrack = trace.trackProperty().get().nextBorder(cursor);
        var gap = gaps().filter(g -> g > cursor).min();
        stream(inTrack, gap).min().ifPresent(trace::moveCursor);
    }

    /** Moves the cursor to the previous border. */
    public void previousBorder() {
        long cursor = trace.cursorProperty().get();
        var inTrack = trace.trackProperty().get().previousBorder(cursor);
        var gap = gaps().filter(g -> g < cursor).max();
        stream(inTrack, gap).max().ifPresent(trace::moveCursor);
    }

    private LongStream gaps() {
        return trace.source().stream()
                .flatMap(source -> source.stretches().stream())
                .mapToLong(SampleRange::from);
    }

    private static LongStream stream(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream());
    }

    /** Moves the cursor to the next stretch without labels, from the beginning again after the end. */
    public void nextUnlabelled() {
        var source = trace.source();
        if (source.isEmpty()) {
            return;
        }
        long length = source.get().length();
        var track = trace.trackProperty().get();
        long cursor = trace.cursorProperty().get();
        long after = track.boutAt(cursor).isPresent()
                ? cursor
                : track.nextBorder(cursor).orElse(length);
        track.nextUnlabelled(after, length)
                .or(() -> track.nextUnlabelled(0, length))
                .ifPresent(stretch -> trace.moveCursor(stretch.from()));
    }
}
