package org.ethotag.ui.label;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.ethotag.label.Bout;
import org.ethotag.label.BoutEdits;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.ui.trace.TraceViewModel;

/** What can be done with the bout or the border at the cursor. FX thread only. */
public final class BoutTools {
    private final LabelViewModel desk;
    private final TraceViewModel trace;

    BoutTools(LabelViewModel desk) {
        this.desk = desk;
        trace = desk.trace();
    }

    private LabelTrack track() {
        return trace.trackProperty().get();
    }

    private long cursor() {
        return trace.cursorProperty().get();
    }

    /** The bout that is marked, else the one under the cursor. */
    public Optional<Bout> bout() {
        return pointer().bout(track());
    }

    private Pointer pointer() {
        return new Pointer(cursor(), trace.selectionProperty().get());
    }

    /** Where the user points. */
    private record Pointer(long cursor, SampleRange marked) {
        Optional<Bout> bout(LabelTrack track) {
            return track.boutsIn(marked).stream()
                    .filter(b -> b.range().equals(marked))
                    .reduce((_, last) -> last)
                    .or(() -> track.boutAt(cursor));
        }
    }

    /** Marks the bout under the cursor. */
    public void mark() {
        bout().ifPresent(b -> trace.mark(b.range().from(), b.range().to()));
    }

    /** Two bouts where there was one, the second from the cursor on. */
    public void split() {
        long at = cursor();
        edit("label.edit.split", "label.nothing.split", (edits, bout) -> edits.split(bout, at));
    }

    public void mergeNext() {
        edit("label.edit.merge", "label.nothing.merge", BoutEdits::mergeNext);
    }

    public void mergePrevious() {
        edit("label.edit.merge", "label.nothing.merge", BoutEdits::mergePrevious);
    }

    /** What to do with a bout. */
    @FunctionalInterface
    private interface BoutEdit {
        Optional<LabelEdit> of(BoutEdits edits, Bout bout);
    }

    private void edit(String name, String nothing, BoutEdit how) {
        var pointer = pointer();
        var ethogram = desk.ethogramProperty().get();
        desk.edit(
                Texts.of(name),
                Texts.of(nothing),
                track -> pointer.bout(track).flatMap(bout -> how.of(new BoutEdits(track, ethogram), bout)),
                _ -> {});
    }

    /** The whole bout is another behaviour. */
    public void relabel(String code) {
        var pointer = pointer();
        var ethogram = desk.ethogramProperty().get();
        desk.edit(
                Texts.of("label.edit.relabel", desk.nameOf(code)),
                Texts.of("label.nothing.bout"),
                track -> pointer.bout(track).map(b -> new BoutEdits(track, ethogram).relabel(b, code)),
                _ -> {});
    }

    /** Takes the labels away from what is marked, or the bout under the cursor. */
    public void erase() {
        var pointer = pointer();
        boolean marked = trace.hasSelection();
        desk.edit(
                Texts.of("label.edit.erase"),
                Texts.of("label.nothing.bout"),
                track -> {
                    var bout = pointer.bout(track);
                    boolean one = track.kind() == TrackKind.OVERLAPPING
                            && bout.map(Bout::range)
                                    .filter(pointer.marked()::equals)
                                    .isPresent();
                    return marked && !one
                            ? Optional.of(new LabelEdit.Erase(pointer.marked()))
                            : bout.map(b -> new LabelEdit.Swap(List.of(b), List.of()));
                },
                _ -> {});
    }

    /** The border at a place, else the nearest one. */
    private static OptionalLong border(LabelTrack track, long place) {
        return LongStream.concat(track.previousBorder(place + 1).stream(), track.nextBorder(place).stream())
                .boxed()
                .min(Comparator.comparingLong(border -> Math.abs(border - place)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Where a border may go without covering a bout or gap beside it: behind the previous and before the next border. */
    private static SampleRange room(LabelTrack track, long border, long lengthSamples) {
        long low = track.previousBorder(border).orElse(-1) + 1;
        long high = track.nextBorder(border).orElse(lengthSamples + 1);
        return new SampleRange(low, Math.max(low, high));
    }

    /** Moves the nearest border by samples, later or, if negative, earlier; the cursor goes with it. */
    public void nudge(long samples) {
        move(border -> border + samples, Texts.of("label.border.blocked"));
    }

    /** Moves the nearest border to the cursor. */
    public void borderHere() {
        long cursor = cursor();
        move(_ -> cursor, Texts.of("label.border.blocked"));
    }

    /**
     * Moves the nearest border to the change point of the acceleration that is nearest to it, as far as it may go without
     * covering other bouts.
     */
    public void snap() {
        var nearest = border(track(), cursor());
        var source = trace.source();
        if (source.isPresent() && nearest.isPresent()) {
            var visible = trace.viewportProperty().get().visible();
            var snap = BorderSnap.around(source.get(), visible, nearest.getAsLong());
            var room = room(track(), nearest.getAsLong(), source.get().length());
            move(border -> snap.nearest(border, room), Texts.of("label.nothing.change"));
        } else {
            desk.notice(Texts.of("label.nothing.border"));
        }
    }

    /** @param where the new place of a border, given the old one; on a worker thread */
    private void move(LongUnaryOperator where, String nothing) {
        long cursor = cursor();
        long length = trace.source().map(TraceSource::length).orElse(0L);
        desk.edit(
                Texts.of("label.edit.border"),
                nothing,
                track -> {
                    var border = border(track, cursor);
                    if (border.isEmpty()) {
                        return Optional.empty();
                    }
                    long from = border.getAsLong();
                    long to = where.applyAsLong(from);
                    return to >= 0 && to != from && room(track, from, length).contains(to)
                            ? Optional.of(new LabelEdit.MoveBorder(from, to))
                            : Optional.empty();
                },
                edit -> {
                    if (edit instanceof LabelEdit.MoveBorder(long _, long to)) {
                        trace.moveCursor(to);
                    }
                });
    }

    /** Moves the cursor to the next change point, or the previous one if negative. */
    public void goToChange(int direction) {
        var source = trace.source();
        if (source.isEmpty()) {
            return;
        }
        long cursor = cursor();
        var snap =
                BorderSnap.around(source.get(), trace.viewportProperty().get().visible(), cursor);
        desk.search(
                () -> {
                    var points = snap.changePoints().stream().mapToLong(Long::longValue);
                    return direction > 0
                            ? points.filter(p -> p > cursor).min()
                            : points.filter(p -> p < cursor).max();
                },
                found -> found.ifPresentOrElse(trace::moveCursor, () -> desk.notice(Texts.of("label.nothing.change"))));
    }
}
