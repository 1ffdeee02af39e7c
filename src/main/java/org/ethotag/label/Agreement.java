package org.ethotag.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ethotag.signal.SampleRange;

/**
 * How far two tracks of a recording say the same: sample by sample where both have a label, and bout by bout.
 *
 * <p>What is compared lies in the stretch that both observers worked on: from the later of both first labels to the earlier
 * of both last ones. There, samples that only one of them labelled are counted apart, and bouts that only one of them has
 * are disagreements about bouts.
 *
 * @param samples pairs of labels, a pair for each sample with two labels
 * @param bouts pairs of bouts as {@link BoutLink} finds them, with {@link KappaTable#NONE} for bouts without a partner
 * @param onlyFirst samples that only the first track labels
 * @param onlySecond samples that only the second track labels
 */
public record Agreement(KappaTable samples, KappaTable bouts, long onlyFirst, long onlySecond) {
    /** Nothing compared: the neutral element of {@link #plus}. */
    public static Agreement empty() {
        return new Agreement(KappaTable.empty(), KappaTable.empty(), 0, 0);
    }

    /**
     * Compares two tracks inside a range.
     *
     * @param overlap as {@link BoutLink#of} takes it
     */
    public static Agreement of(LabelTrack first, LabelTrack second, SampleRange within, double overlap) {
        return of(first, second, within, BoutLink.of(first, second, within, overlap));
    }

    /**
     * The same, cut into blocks of time, for uncertainty: samples belong to the block that they are in, an event to the one
     * that it begins in.
     *
     * @param blockSamples length of a block, 1 or more; the last one may be shorter
     */
    public static List<Agreement> blocks(
            LabelTrack first, LabelTrack second, SampleRange within, double overlap, long blockSamples) {
        var links = BoutLink.of(first, second, within, overlap);
        var blocks = new ArrayList<Agreement>();
        for (long from = within.from(); from < within.to(); from += blockSamples) {
            var block = new SampleRange(from, Math.min(within.to(), from + blockSamples));
            blocks.add(of(
                    first,
                    second,
                    block,
                    links.stream()
                            .filter(link -> block.contains(link.place().from()))
                            .toList()));
        }
        return List.copyOf(blocks);
    }

    /** The stretch that two tracks have in common, or empty if one ends before the other begins or has no label. */
    public static Optional<SampleRange> common(LabelTrack first, LabelTrack second) {
        if (first.bouts().isEmpty() || second.bouts().isEmpty()) {
            return Optional.empty();
        }
        return hull(first).intersection(hull(second));
    }

    /** The stretches in a range that both tracks label, each differently, in order. */
    public static List<Disagreement> disagreements(LabelTrack first, LabelTrack second, SampleRange within) {
        var found = new ArrayList<Disagreement>();
        for (Bout bout : first.cut(within)) {
            for (Bout other : second.cut(bout.range())) {
                if (!other.behaviour().equals(bout.behaviour())) {
                    found.add(new Disagreement(other.range(), bout.behaviour(), other.behaviour()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** What both tracks say alike in a range, as bouts. */
    public static List<Bout> agreed(LabelTrack first, LabelTrack second, SampleRange within) {
        var found = new ArrayList<Bout>();
        for (Bout bout : first.cut(within)) {
            for (Bout other : second.cut(bout.range())) {
                if (other.behaviour().equals(bout.behaviour())) {
                    found.add(other);
                }
            }
        }
        return LabelTrack.of(first.name(), found).bouts();
    }

    /** Both together. */
    public Agreement plus(Agreement other) {
        return new Agreement(
                samples.plus(other.samples),
                bouts.plus(other.bouts),
                onlyFirst + other.onlyFirst,
                onlySecond + other.onlySecond);
    }

    private static SampleRange hull(LabelTrack track) {
        var bouts = track.bouts();
        return new SampleRange(
                bouts.getFirst().range().from(), bouts.getLast().range().to());
    }

    private static Agreement of(LabelTrack first, LabelTrack second, SampleRange within, List<BoutLink> links) {
        var codes = List.copyOf(new TreeSet<>(Stream.of(first, second)
                .flatMap(track -> track.boutsIn(within).stream())
                .map(Bout::behaviour)
                .toList()));
        var counts = new long[codes.size()][codes.size()];
        long both = 0;
        for (Bout bout : first.cut(within)) {
            for (Bout other : second.cut(bout.range())) {
                counts[codes.indexOf(bout.behaviour())][codes.indexOf(other.behaviour())] +=
                        other.range().length();
                both += other.range().length();
            }
        }
        return new Agreement(
                KappaTable.of(codes, counts),
                table(links),
                labelled(first, within) - both,
                labelled(second, within) - both);
    }

    private static long labelled(LabelTrack track, SampleRange within) {
        return track.cut(within).stream()
                .mapToLong(bout -> bout.range().length())
                .sum();
    }

    private static KappaTable table(List<BoutLink> links) {
        var names = new TreeSet<String>();
        links.forEach(link -> {
            names.add(link.first());
            names.add(link.second());
        });
        names.remove(KappaTable.NONE);
        var categories = new ArrayList<>(names);
        categories.add(KappaTable.NONE);
        var counts = new long[categories.size()][categories.size()];
        links.forEach(link -> counts[categories.indexOf(link.first())][categories.indexOf(link.second())]++);
        return KappaTable.of(categories, counts);
    }
}
