package org.ethotag.label;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;

/** What a careful eye would find on a track: stretches that nobody labelled, and places where behaviours overlap. */
public final class TrackCheck {
    private TrackCheck() {}

    /**
     * Two bouts that share samples.
     *
     * @param range the samples in both
     * @param first the one that begins first
     */
    public record Overlap(SampleRange range, Bout first, Bout second) {}

    /**
     * Stretches without a label.
     *
     * @param recorded the gap-free stretches of the recording, in order; nothing is missing between them
     * @param leastSamples shorter ones are left out
     */
    public static List<SampleRange> gaps(LabelTrack track, List<SampleRange> recorded, long leastSamples) {
        var found = new ArrayList<SampleRange>();
        for (SampleRange stretch : recorded) {
            long free = stretch.from();
            for (Bout bout : track.boutsIn(stretch)) {
                add(found, free, bout.range().from(), leastSamples);
                free = Math.max(free, bout.range().to());
            }
            add(found, free, stretch.to(), leastSamples);
        }
        return List.copyOf(found);
    }

    private static void add(List<SampleRange> found, long from, long to, long leastSamples) {
        if (to > from && to - from >= leastSamples) {
            found.add(new SampleRange(from, to));
        }
    }

    /**
     * Overlaps of bouts by their begin.
     *
     * @param bouts in any order, of a track or of a file
     * @param most stops after so many: a file may overlap with itself all over
     */
    public static List<Overlap> overlaps(List<Bout> bouts, int most) {
        var sorted = bouts.stream().sorted(BoutList.ORDER).toList();
        var found = new ArrayList<Overlap>();
        var open = new ArrayList<Bout>();
        for (Bout bout : sorted) {
            open.removeIf(b -> b.range().to() <= bout.range().from());
            for (Bout other : open) {
                if (found.size() == most) {
                    return found;
                }
                other.range().intersection(bout.range()).ifPresent(r -> found.add(new Overlap(r, other, bout)));
            }
            open.add(bout);
        }
        return found;
    }
}
