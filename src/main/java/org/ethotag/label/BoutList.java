package org.ethotag.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.signal.SampleRange;
import org.jspecify.annotations.Nullable;

/**
 * Bouts by their begin, found by binary search. Immutable; another list shares the bouts and costs one copy of an array of
 * references.
 */
final class BoutList {
    static final Comparator<Bout> ORDER = Comparator.comparing(Bout::range).thenComparing(Bout::behaviour);

    private final TrackKind kind;
    private final Bout[] bouts;

    /** The latest end of the bouts up to each, so that ends can be searched where bouts overlap; not used elsewhere. */
    private final long[] latestEnds;

    private BoutList(TrackKind kind, Bout[] bouts) {
        this.kind = kind;
        this.bouts = bouts;
        latestEnds = kind == TrackKind.OVERLAPPING ? latestEnds(bouts) : new long[0];
    }

    private static long[] latestEnds(Bout[] bouts) {
        var ends = new long[bouts.length];
        long latest = 0;
        for (int i = 0; i < bouts.length; i++) {
            latest = Math.max(latest, bouts[i].range().to());
            ends[i] = latest;
        }
        return ends;
    }

    /** @throws IllegalArgumentException if bouts overlap that may not */
    static BoutList of(TrackKind kind, Collection<Bout> bouts) {
        var sorted = bouts.toArray(Bout[]::new);
        Arrays.sort(sorted, ORDER);
        var list = new BoutList(kind, sorted);
        list.check(0, sorted.length);
        return list;
    }

    TrackKind kind() {
        return kind;
    }

    int size() {
        return bouts.length;
    }

    Bout get(int index) {
        return bouts[index];
    }

    List<Bout> all() {
        return slice(0, bouts.length);
    }

    /** Bouts with at least one sample in a range. */
    List<Bout> in(SampleRange range) {
        return range.isEmpty() ? List.of() : between(range.from(), range.to());
    }

    /** Bouts that share a sample or a border with a range. */
    List<Bout> touching(SampleRange range) {
        return between(range.from() - 1, range.to() + 1);
    }

    /** Bouts that end after one sample and start before another one. */
    private List<Bout> between(long endAfter, long startBefore) {
        var found = slice(firstEndingAfter(endAfter), firstStartingFrom(startBefore));
        return kind == TrackKind.EXCLUSIVE
                ? found
                : found.stream().filter(b -> b.range().to() > endAfter).toList();
    }

    private List<Bout> slice(int from, int to) {
        return Collections.unmodifiableList(Arrays.asList(bouts)).subList(from, Math.max(from, to));
    }

    /** The first index from which on a bout can end after a sample: before it all have ended. */
    int firstEndingAfter(long sample) {
        int low = 0;
        int high = bouts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latestEnd(middle) > sample) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The latest end of the bouts up to an index. */
    long latestEnd(int index) {
        return kind == TrackKind.EXCLUSIVE ? bouts[index].range().to() : latestEnds[index];
    }

    int firstStartingFrom(long sample) {
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

    /**
     * With other bouts in the place of some.
     *
     * @throws IllegalArgumentException if one that goes is not there, or one that comes overlaps where it may not
     */
    BoutList swapped(Swap swap) {
        var gone = swap.gone().stream().mapToInt(this::indexOf).sorted().toArray();
        var come = swap.come().stream().sorted(ORDER).toList();
        int from = bouts.length;
        int to = 0;
        if (gone.length > 0) {
            from = gone[0];
            to = gone[gone.length - 1] + 1;
        }
        if (!come.isEmpty()) {
            from = Math.min(from, firstStartingFrom(come.getFirst().range().from()));
            to = Math.max(to, firstStartingFrom(come.getLast().range().from() + 1));
        }
        to = Math.max(from, to);
        var middle = new ArrayList<Bout>(to - from + come.size());
        for (int i = from; i < to; i++) {
            if (Arrays.binarySearch(gone, i) < 0) {
                middle.add(bouts[i]);
            }
        }
        middle.addAll(come);
        middle.sort(ORDER);
        var result = new Bout[bouts.length - (to - from) + middle.size()];
        System.arraycopy(bouts, 0, result, 0, from);
        for (int i = 0; i < middle.size(); i++) {
            result[from + i] = middle.get(i);
        }
        System.arraycopy(bouts, to, result, from + middle.size(), bouts.length - to);
        var list = new BoutList(kind, result);
        if (kind == TrackKind.EXCLUSIVE) {
            list.check(Math.max(0, from - 1), Math.min(result.length, from + middle.size() + 1));
        } else {
            come.forEach(list::checkLayer);
        }
        return list;
    }

    private int indexOf(Bout bout) {
        int index = Arrays.binarySearch(bouts, bout, ORDER);
        if (index < 0) {
            throw new IllegalArgumentException(bout + " is not on the track");
        }
        return index;
    }

    private void check(int from, int to) {
        var ends = new HashMap<String, Bout>();
        for (int i = from; i < to; i++) {
            var bout = bouts[i];
            var before = ends.put(kind == TrackKind.EXCLUSIVE ? "" : bout.behaviour(), bout);
            refuse(before != null && before.range().to() > bout.range().from(), before, bout);
        }
    }

    private void checkLayer(Bout bout) {
        var layer = in(bout.range()).stream()
                .filter(b -> b.behaviour().equals(bout.behaviour()))
                .toList();
        refuse(layer.size() > 1, layer.getFirst(), layer.getLast());
    }

    private static void refuse(boolean overlap, @Nullable Bout one, Bout other) {
        if (overlap) {
            throw new IllegalArgumentException(one + " and " + other + " overlap");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoutList list && kind == list.kind && Arrays.equals(bouts, list.bouts);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(bouts);
    }
}
