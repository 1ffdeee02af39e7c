package org.ethotag.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ethotag.signal.SampleRange;

/**
 * One event as two tracks have it: a bout of each, or a bout that only one of them has.
 *
 * <p>Two bouts are the same event when they share at least {@value #USUAL_OVERLAP} of the longer one, whatever their
 * behaviours (H. Holle, R. Rein, "EasyDIAg: a tool for easy determination of interrater agreement", Behavior Research
 * Methods 47 (2015), 837-847: overlap criterion, 60 % by default). Because that is more than half of both bouts, a bout
 * has never more than one partner, and the order in which one looks does not matter.
 *
 * @param place from the begin of the earlier to the end of the later of both bouts
 * @param first behaviour on the first track, or {@link KappaTable#NONE}
 * @param second behaviour on the second track, or {@link KappaTable#NONE}
 */
public record BoutLink(SampleRange place, String first, String second) {
    /** Share of the longer bout. */
    public static final double USUAL_OVERLAP = 0.6;

    private static final double HALF = 0.5;

    /**
     * The events of two tracks inside a range, by their begin. Bouts are cut off at the ends of the range.
     *
     * @param overlap share of the longer bout that both have, above 0.5 and at most 1
     */
    public static List<BoutLink> of(LabelTrack first, LabelTrack second, SampleRange within, double overlap) {
        if (!(overlap > HALF && overlap <= 1)) {
            throw new IllegalArgumentException("an overlap above 0.5 and at most 1, not " + overlap);
        }
        var links = new ArrayList<BoutLink>();
        var partners = new HashSet<SampleRange>();
        var others = LabelTrack.of(second.name(), second.cut(within));
        for (Bout bout : first.cut(within)) {
            var partner = partnerOf(bout, others, overlap);
            partner.ifPresent(other -> partners.add(other.range()));
            links.add(partner.map(other ->
                            new BoutLink(hull(bout.range(), other.range()), bout.behaviour(), other.behaviour()))
                    .orElseGet(() -> new BoutLink(bout.range(), bout.behaviour(), KappaTable.NONE)));
        }
        for (Bout other : others.bouts()) {
            if (!partners.contains(other.range())) {
                links.add(new BoutLink(other.range(), KappaTable.NONE, other.behaviour()));
            }
        }
        links.sort(Comparator.comparing(BoutLink::place));
        return List.copyOf(links);
    }

    private static Optional<Bout> partnerOf(Bout bout, LabelTrack others, double overlap) {
        return others.boutsIn(bout.range()).stream()
                .filter(other -> shared(bout.range(), other.range())
                        >= overlap
                                * Math.max(bout.range().length(), other.range().length()))
                .findFirst();
    }

    private static long shared(SampleRange one, SampleRange other) {
        return one.intersection(other).map(SampleRange::length).orElse(0L);
    }

    private static SampleRange hull(SampleRange one, SampleRange other) {
        return new SampleRange(Math.min(one.from(), other.from()), Math.max(one.to(), other.to()));
    }
}
