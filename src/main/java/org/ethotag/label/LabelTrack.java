package org.ethotag.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ethotag.label.LabelEdit.Label;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.signal.SampleRange;

/**
 * What one annotator or model says about one recording, and the comments on it. Immutable. On an exclusive track each
 * sample has at most one behaviour; on an overlapping one several may hold at once, but bouts of one behaviour never
 * overlap. Editing merges bouts that touch and have the same behaviour, but for those that were split on purpose.
 *
 * <p>Questions about a place cost a binary search; an edit copies one array of references (tens of microseconds for
 * 100,000 bouts) and shares the bouts.
 */
public final class LabelTrack {
    private final String name;
    private final BoutList bouts;

    /** In order, each once. */
    private final List<Comment> comments;

    private LabelTrack(String name, BoutList bouts, List<Comment> comments) {
        this.name = Objects.requireNonNull(name, "name");
        this.bouts = bouts;
        this.comments = comments;
    }

    /** An exclusive track on which nothing is labelled. */
    public static LabelTrack empty(String name) {
        return empty(name, TrackKind.EXCLUSIVE);
    }

    /** A track on which nothing is labelled. */
    public static LabelTrack empty(String name, TrackKind kind) {
        return exactly(name, kind, List.of(), List.of());
    }

    /**
     * An exclusive track of bouts in any order; equal ones that touch become one.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public static LabelTrack of(String name, Collection<Bout> bouts) {
        var merged = new Splice();
        bouts.stream().sorted(BoutList.ORDER).forEach(merged::add);
        return exactly(name, TrackKind.EXCLUSIVE, merged.bouts(), List.of());
    }

    /**
     * A track of just these bouts and comments, in any order.
     *
     * @throws IllegalArgumentException if bouts overlap that may not on a track of this kind
     */
    public static LabelTrack exactly(
            String name, TrackKind kind, Collection<Bout> bouts, Collection<Comment> comments) {
        return new LabelTrack(
                name,
                BoutList.of(kind, bouts),
                comments.stream().distinct().sorted().toList());
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

    /**
     * What such bouts, which may overlap, come to on a track of a kind: the later one holds where two cannot, and those of
     * one behaviour become one.
     */
    public static LabelTrack layered(String name, TrackKind kind, List<Bout> bouts) {
        if (kind == TrackKind.EXCLUSIVE) {
            return layered(name, bouts);
        }
        var merged = new ArrayList<Bout>();
        bouts.stream()
                .collect(Collectors.groupingBy(Bout::behaviour, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(layer -> merged.addAll(layered(name, layer).bouts()));
        return exactly(name, kind, merged, List.of());
    }

    /** Who labelled. */
    public String name() {
        return name;
    }

    public TrackKind kind() {
        return bouts.kind();
    }

    /** The same under another name. */
    public LabelTrack named(String other) {
        return new LabelTrack(other, bouts, comments);
    }

    /** All bouts by their begin; a view that costs nothing. */
    public List<Bout> bouts() {
        return bouts.all();
    }

    /** All comments by their place. */
    public List<Comment> comments() {
        return comments;
    }

    /** The bout that holds a sample; where several do, the one that began last. */
    public Optional<Bout> boutAt(long sample) {
        var here = boutsIn(new SampleRange(sample, sample + 1));
        return here.isEmpty() ? Optional.empty() : Optional.of(here.getLast());
    }

    /** The bouts with at least one sample in a range, whole, by their begin. */
    public List<Bout> boutsIn(SampleRange range) {
        return bouts.in(range);
    }

    /** The bouts that share a sample or a border with a range, whole, in order: all that an edit inside it can change. */
    public List<Bout> touching(SampleRange range) {
        return bouts.touching(range);
    }

    /** What lies inside a range: its bouts, cut off at both ends. */
    public List<Bout> cut(SampleRange range) {
        return new EditEffect(bouts).cut(range);
    }

    /** How many samples have a label. */
    public long labelledSamples() {
        long samples = 0;
        long end = 0;
        for (int i = 0; i < bouts.size(); i++) {
            var range = bouts.get(i).range();
            samples += Math.max(0, range.to() - Math.max(end, range.from()));
            end = Math.max(end, range.to());
        }
        return samples;
    }

    /** The first begin or end of a bout after a sample. */
    public OptionalLong nextBorder(long sample) {
        int next = bouts.firstStartingFrom(sample + 1);
        long border = next < bouts.size() ? bouts.get(next).range().from() : Long.MAX_VALUE;
        for (int i = bouts.firstEndingAfter(sample); i < next; i++) {
            long end = bouts.get(i).range().to();
            border = end > sample ? Math.min(border, end) : border;
        }
        return border == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(border);
    }

    /** The last begin or end of a bout before a sample. */
    public OptionalLong previousBorder(long sample) {
        int last = bouts.firstStartingFrom(sample) - 1;
        if (last < 0) {
            return OptionalLong.empty();
        }
        long border = bouts.get(last).range().from();
        for (int i = last; i >= 0 && bouts.latestEnd(i) > border; i--) {
            long end = bouts.get(i).range().to();
            border = end < sample ? Math.max(border, end) : border;
        }
        return OptionalLong.of(border);
    }

    /**
     * The first stretch without a label at or after a sample, as far as it lies after it.
     *
     * @param lengthSamples where the recording ends
     */
    public Optional<SampleRange> nextUnlabelled(long sample, long lengthSamples) {
        long from = sample;
        for (int i = bouts.firstEndingAfter(sample);
                i < bouts.size() && bouts.get(i).range().from() <= from;
                i++) {
            from = Math.max(from, bouts.get(i).range().to());
        }
        if (from >= lengthSamples) {
            return Optional.empty();
        }
        int next = bouts.firstStartingFrom(from);
        long to = next < bouts.size() ? bouts.get(next).range().from() : lengthSamples;
        return Optional.of(new SampleRange(from, Math.min(to, lengthSamples)));
    }

    /**
     * The track after an edit; this very track if the edit changes nothing.
     *
     * @throws IllegalArgumentException if it moves a border that is not there, or does not fit the track otherwise
     */
    public LabelTrack apply(LabelEdit edit) {
        if (edit instanceof Remark remark) {
            return remarked(remark);
        }
        var swap = effect(edit);
        return swap.gone().isEmpty() && swap.come().isEmpty()
                ? this
                : new LabelTrack(name, bouts.swapped(swap), comments);
    }

    private LabelTrack remarked(Remark remark) {
        var now = new TreeSet<>(comments);
        for (Comment comment : remark.gone()) {
            if (!now.remove(comment)) {
                throw new IllegalArgumentException(comment + " is not on the track");
            }
        }
        now.addAll(remark.come());
        var list = List.copyOf(now);
        return list.equals(comments) ? this : new LabelTrack(name, bouts, list);
    }

    /** The edit that leads from {@code apply(edit)} back to this track, exactly. */
    public LabelEdit inverse(LabelEdit edit) {
        if (edit instanceof Remark remark) {
            return new Remark(
                    remark.come().stream().filter(c -> !comments.contains(c)).toList(), remark.gone());
        }
        var swap = effect(edit);
        return new Swap(swap.come(), swap.gone());
    }

    /** What an edit means on this track: the bouts that go and those that come; none for comments. */
    public Swap effect(LabelEdit edit) {
        return new EditEffect(bouts).of(edit);
    }

    /** The samples that an edit decides about. */
    public SampleRange reach(LabelEdit edit) {
        return new EditEffect(bouts).reach(edit);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelTrack track
                && name.equals(track.name)
                && bouts.equals(track.bouts)
                && comments.equals(track.comments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, bouts, comments);
    }

    @Override
    public String toString() {
        return name + " " + kind() + " " + bouts() + (comments.isEmpty() ? "" : " " + comments);
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
}
