package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRange;

/**
 * Bouts as the windowing needs them: sorted, without samples that two behaviours claim, and cut at the borders of the
 * gap-free stretches.
 *
 * @param bouts sorted, free of overlap, each inside one stretch
 * @param doublyLabelledSamples samples taken away because bouts of two behaviours claimed them
 */
record LabelPieces(List<Bout> bouts, long doublyLabelledSamples) {
    LabelPieces {
        bouts = List.copyOf(bouts);
    }

    static LabelPieces of(List<Bout> bouts, List<SampleRange> stretches) {
        var sorted = new ArrayList<>(bouts);
        sorted.sort(Comparator.comparing(Bout::range).thenComparing(Bout::behaviour));
        var contested = contested(sorted);
        var pieces = new ArrayList<Bout>();
        for (Bout bout : joined(sorted)) {
            List<Bout> left = List.of(bout);
            for (SampleRange range : contested) {
                if (range.overlaps(bout.range())) {
                    left = left.stream().flatMap(b -> b.without(range).stream()).toList();
                }
            }
            left.forEach(piece -> addCut(piece, stretches, pieces));
        }
        pieces.sort(Comparator.comparing(Bout::range));
        return new LabelPieces(
                pieces, union(contested).stream().mapToLong(SampleRange::length).sum());
    }

    /** Where a bout overlaps a later-starting one of another behaviour. */
    private static List<SampleRange> contested(List<Bout> sorted) {
        var found = new ArrayList<SampleRange>();
        for (int i = 0; i < sorted.size(); i++) {
            Bout bout = sorted.get(i);
            for (int k = i + 1;
                    k < sorted.size()
                            && sorted.get(k).range().from() < bout.range().to();
                    k++) {
                if (!sorted.get(k).behaviour().equals(bout.behaviour())) {
                    bout.range().intersection(sorted.get(k).range()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** A bout that was entered twice, or overlaps one of its own behaviour, counts once. */
    private static List<Bout> joined(List<Bout> sorted) {
        var result = new ArrayList<Bout>();
        var behaviours = sorted.stream().map(Bout::behaviour).distinct().toList();
        for (String behaviour : behaviours) {
            var ranges = sorted.stream()
                    .filter(bout -> bout.behaviour().equals(behaviour))
                    .map(Bout::range)
                    .toList();
            union(ranges).forEach(range -> result.add(new Bout(range, behaviour)));
        }
        return result;
    }

    /** Overlapping ranges become one; ranges that only touch stay two. */
    private static List<SampleRange> union(List<SampleRange> ranges) {
        var sorted = ranges.stream().sorted().toList();
        var result = new ArrayList<SampleRange>();
        for (SampleRange range : sorted) {
            if (!result.isEmpty() && result.getLast().overlaps(range)) {
                var last = result.removeLast();
                result.add(new SampleRange(last.from(), Math.max(last.to(), range.to())));
            } else {
                result.add(range);
            }
        }
        return result;
    }

    private static void addCut(Bout bout, List<SampleRange> stretches, List<Bout> pieces) {
        for (SampleRange stretch : stretches) {
            bout.range().intersection(stretch).ifPresent(part -> pieces.add(new Bout(part, bout.behaviour())));
        }
    }
}
