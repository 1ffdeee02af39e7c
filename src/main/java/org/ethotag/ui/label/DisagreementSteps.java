package org.ethotag.ui.label;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ethotag.label.Agreement;
import org.ethotag.label.Disagreement;
import org.ethotag.label.LabelTrack;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.trace.TraceViewModel;

/**
 * Steps of the cursor from one disagreement to the next: between the track that is edited and each of those shown beside
 * it, where both have a label. FX thread only.
 */
public final class DisagreementSteps {
    /** Looked through piece by piece, so that a near one is found without comparing everything. */
    private static final int PIECES = 64;

    private final TraceViewModel trace;

    DisagreementSteps(TraceViewModel trace) {
        this.trace = trace;
    }

    /** Moves the cursor to the beginning of the next disagreement, from the start again after the end. */
    public boolean next() {
        long length = length();
        long cursor = trace.cursorProperty().get();
        var found = firstIn(new SampleRange(Math.min(length, cursor + 1), length));
        return go(found.isPresent() ? found : firstIn(new SampleRange(0, Math.min(length, cursor + 1))));
    }

    /** Moves the cursor to the beginning of the disagreement before it, from the end again. */
    public boolean previous() {
        long length = length();
        long cursor = Math.min(length, trace.cursorProperty().get());
        var found = lastIn(new SampleRange(0, cursor));
        return go(found.isPresent() ? found : lastIn(new SampleRange(cursor, length)));
    }

    private long length() {
        return trace.source().map(source -> source.length()).orElse(0L);
    }

    private boolean go(OptionalLong sample) {
        sample.ifPresent(trace::moveCursor);
        return sample.isPresent();
    }

    private OptionalLong firstIn(SampleRange range) {
        long piece = Math.max(1, Math.ceilDiv(length(), PIECES));
        for (long from = range.from(); from < range.to(); from += piece) {
            var here = new SampleRange(from, Math.min(range.to(), from + piece));
            var first = startsIn(here).min(Long::compare);
            if (first.isPresent()) {
                return OptionalLong.of(first.get());
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong lastIn(SampleRange range) {
        long piece = Math.max(1, Math.ceilDiv(length(), PIECES));
        for (long to = range.to(); to > range.from(); to -= piece) {
            var here = new SampleRange(Math.max(range.from(), to - piece), to);
            var last = startsIn(here).max(Long::compare);
            if (last.isPresent()) {
                return OptionalLong.of(last.get());
            }
        }
        return OptionalLong.empty();
    }

    /** Where disagreements begin; one that goes on from before the range does not begin in it. */
    private Stream<Long> startsIn(SampleRange range) {
        LabelTrack mine = trace.trackProperty().get();
        long before = Math.max(0, range.from() - 1);
        return trace.otherTracksProperty().get().stream()
                .flatMap(other -> Agreement.disagreements(mine, other, new SampleRange(before, range.to())).stream())
                .map(Disagreement::range)
                .map(SampleRange::from)
                .filter(range::contains);
    }
}
