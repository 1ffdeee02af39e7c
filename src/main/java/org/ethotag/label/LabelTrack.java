package org.ethotag.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethotag.label.LabelEdit.Erase;
import org.ethotag.label.LabelEdit.Label;
import org.ethotag.label.LabelEdit.LabelFrom;
import org.ethotag.label.LabelEdit.MoveBorder;
import org.ethotag.label.LabelEdit.Relabel;
import org.ethotag.label.LabelEdit.Restore;
import org.ethotag.signal.SampleRange;

/**
 * What one annotator or model says about one recording: at most one behaviour for each sample. Immutable. Bouts that
 * touch and have the same behaviour are one bout, so equal labels are equal tracks.
 *
 * <p>Questions about a place cost a binary search; an edit copies one array of references (tens of microseconds for
 * 100,000 bouts) and shares the bouts.
 */
public final class LabelTrack {
    private final String name;

    /** In order, without overlap, merged where equal bouts touch; never written after construction. */
    private final Bout[] bouts;

    private LabelTrack(String name, Bout[] bouts) {
        this.name = name;
        this.bouts = bouts;
    }

    /** A track on which nothing is labelled. */
    public static LabelTrack empty(String name) {
        return new LabelTrack(Objects.requireNonNull(name, "name"), new Bout[0]);
    }

    /**
     * A track of bouts in any order.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public static LabelTrack of(String name, Collection<Bout> bouts) {
        var merged = new Splice(bouts.size());
        for (Bout bout :
                bouts.stream().sorted(Comparator.comparing(Bout::range)).toList()) {
            merged.add(bout);
        }
        return new LabelTrack(Objects.requireNonNull(name, "name"), merged.toArray());
    }

    /** A track of bouts in the order in which they were made: where two overlap, the later one holds. */
    public static LabelTrack layered(String name, List<Bout> bouts) {
        if (overlapNowhere(bouts)) {
            return of(name, bouts);
        }
        var track = empty(name);
        for (Bout bout : bouts) {
            track = track.apply(new Label(bout.range(), bout.behaviour()));
        }
        return track;
    }

    /** Who labelled. */
    public String name() {
        return name;
    }

    /** All bouts in order; a view that costs nothing. */
    public List<Bout> bouts() {
        return slice(0, bouts.length);
    }

    /** The bout that holds a sample. */
    public Optional<Bout> boutAt(long sample) {
        int i = firstEndingAfter(sample);
        return i < bouts.length && bouts[i].range().from() <= sample ? Optional.of(bouts[i]) : Optional.empty();
    }

    /** The bouts with at least one sample in a range, whole, in order; a view that costs nothing. */
    public List<Bout> boutsIn(SampleRange range) {
        return range.isEmpty() ? List.of() : slice(firstEndingAfter(range.from()), firstStartingFrom(range.to()));
    }

    /** The bouts that share a sample or a border with a range, whole, in order: all that an edit inside it can change. */
    public List<Bout> touching(SampleRange range) {
        return slice(firstEndingAfter(range.from() - 1), firstStartingFrom(range.to() + 1));
    }

    /** What lies inside a range: its bouts, cut off at both ends. */
    public List<Bout> cut(SampleRange range) {
        return boutsIn(range).stream()
                .flatMap(b -> b.range().intersection(range).map(r -> new Bout(r, b.behaviour())).stream())
                .toList();
    }

    /** How many samples have a label. */
    public long labelledSamples() {
        return Arrays.stream(bouts).mapToLong(b -> b.range().length()).sum();
    }

    /** The first begin or end of a bout after a sample. */
    public OptionalLong nextBorder(long sample) {
        int i = firstEndingAfter(sample);
        if (i == bouts.length) {
            return OptionalLong.empty();
        }
        var range = bouts[i].range();
        return OptionalLong.of(range.from() > sample ? range.from() : range.to());
    }

    /** The last begin or end of a bout before a sample. */
    public OptionalLong previousBorder(long sample) {
        int i = firstStartingFrom(sample) - 1;
        if (i < 0) {
            return OptionalLong.empty();
        }
        var range = bouts[i].range();
        return OptionalLong.of(range.to() < sample ? range.to() : range.from());
    }

    /**
     * The first stretch without a label at or after a sample, as far as it lies after it.
     *
     * @param lengthSamples where the recording ends
     */
    public Optional<SampleRange> nextUnlabelled(long sample, long lengthSamples) {
        long from = sample;
        for (int i = firstEndingAfter(sample);
                i < bouts.length && bouts[i].range().from() <= from;
                i++) {
            from = bouts[i].range().to();
        }
        if (from >= lengthSamples) {
            return Optional.empty();
        }
        int next = firstStartingFrom(from);
        long to = next < bouts.length ? bouts[next].range().from() : lengthSamples;
        return Optional.of(new SampleRange(from, Math.min(to, lengthSamples)));
    }

    /**
     * The track after an edit; this very track if the edit changes nothing.
     *
     * @throws IllegalArgumentException if it moves a border that is not there
     */
    public LabelTrack apply(LabelEdit edit) {
        return replace(effect(edit));
    }

    /** The edit that leads from {@code apply(edit)} back to this track, exactly. */
    public Restore inverse(LabelEdit edit) {
        var range = effect(edit).range();
        return new Restore(range, cut(range));
    }

    /** What an edit means on this track: the range that it decides about and the bouts that are there afterwards. */
    public Restore effect(LabelEdit edit) {
        return switch (edit) {
            case Label(SampleRange range, String behaviour) -> filled(range, behaviour);
            case Erase(SampleRange range) -> new Restore(range, List.of());
            case LabelFrom(long cursor, long lengthSamples, String behaviour) ->
                filled(new SampleRange(cursor, endOfStretch(cursor, lengthSamples)), behaviour);
            case MoveBorder(long border, long to) -> moved(border, to);
            case Relabel(SampleRange range, String behaviour) ->
                new Restore(
                        range,
                        cut(range).stream()
                                .map(b -> new Bout(b.range(), behaviour))
                                .toList());
            case Restore restore -> restore;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelTrack track && name.equals(track.name) && Arrays.equals(bouts, track.bouts);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bouts);
    }

    @Override
    public String toString() {
        return name + " " + bouts();
    }

    private static Restore filled(SampleRange range, String behaviour) {
        return new Restore(range, range.isEmpty() ? List.of() : List.of(new Bout(range, behaviour)));
    }

    private long endOfStretch(long cursor, long lengthSamples) {
        int i = firstEndingAfter(cursor);
        if (i == bouts.length) {
            return lengthSamples;
        }
        var range = bouts[i].range();
        return Math.min(lengthSamples, range.from() <= cursor ? range.to() : range.from());
    }

    private Restore moved(long border, long to) {
        var left = border == 0
                ? Optional.<Bout>empty()
                : boutAt(border - 1).filter(b -> b.range().to() == border);
        var right = boutAt(border).filter(b -> b.range().from() == border);
        if (left.isEmpty() && right.isEmpty()) {
            throw new IllegalArgumentException("no bout begins or ends at " + border);
        }
        var range = new SampleRange(Math.min(border, to), Math.max(border, to));
        return (to > border ? left : right)
                .map(b -> filled(range, b.behaviour()))
                .orElse(new Restore(range, List.of()));
    }

    private LabelTrack replace(Restore effect) {
        var range = effect.range();
        if (range.isEmpty()) {
            return this;
        }
        var before = touching(range);
        var splice = new Splice(effect.bouts().size() + 2);
        for (Bout bout : before) {
            if (bout.range().from() < range.from()) {
                splice.add(bout, bout.range().from(), Math.min(bout.range().to(), range.from()));
            }
        }
        effect.bouts().forEach(splice::add);
        for (Bout bout : before) {
            if (bout.range().to() > range.to()) {
                splice.add(
                        bout,
                        Math.max(bout.range().from(), range.to()),
                        bout.range().to());
            }
        }
        return splice.bouts.equals(before)
                ? this
                : spliced(firstEndingAfter(range.from() - 1), before.size(), splice.toArray());
    }

    private LabelTrack spliced(int at, int removed, Bout[] added) {
        var result = new Bout[bouts.length - removed + added.length];
        System.arraycopy(bouts, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bouts, at + removed, result, at + added.length, bouts.length - at - removed);
        return new LabelTrack(name, result);
    }

    private List<Bout> slice(int from, int to) {
        return Collections.unmodifiableList(Arrays.asList(bouts)).subList(from, Math.max(from, to));
    }

    private int firstEndingAfter(long sample) {
        int low = 0;
        int high = bouts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bouts[middle].range().to() > sample) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int firstStartingFrom(long sample) {
        int low = 0;
        int high = bouts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bouts[middle].range().from() >= sample) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean overlapNowhere(List<Bout> bouts) {
        var sorted = bouts.stream().map(Bout::range).sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Bouts in order, growing at the end, equal ones that touch merged. Lives inside one call. */
    private static final class Splice {
        private final List<Bout> bouts;

        Splice(int expected) {
            bouts = new ArrayList<>(expected);
        }

        void add(Bout bout, long from, long to) {
            var range = bout.range();
            add(
                    range.from() == from && range.to() == to
                            ? bout
                            : new Bout(new SampleRange(from, to), bout.behaviour()));
        }

        void add(Bout bout) {
            if (bouts.isEmpty()) {
                bouts.add(bout);
                return;
            }
            var last = bouts.getLast();
            if (last.range().to() > bout.range().from()) {
                throw new IllegalArgumentException(last + " and " + bout + " overlap");
            }
            if (last.range().to() == bout.range().from() && last.behaviour().equals(bout.behaviour())) {
                var both = new SampleRange(last.range().from(), bout.range().to());
                bouts.set(bouts.size() - 1, new Bout(both, bout.behaviour()));
            } else {
                bouts.add(bout);
            }
        }

        Bout[] toArray() {
            return bouts.toArray(Bout[]::new);
        }
    }
}
