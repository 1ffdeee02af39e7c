package org.ethotag.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How often each behaviour followed each. A transition is counted between two neighbouring bouts of one recording with no
 * more than the rule's longest gap between them. A bout that follows one of its own kind was parted from it by a longer
 * gap or by a bout that the rule left out, so there is nothing on the diagonal but what such a gap lets through.
 *
 * @param behaviours of rows and columns
 * @param counts [from][to]
 */
public record TransitionMatrix(List<String> behaviours, List<List<Long>> counts) {
    public TransitionMatrix {
        behaviours = List.copyOf(behaviours);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** Counts the transitions of a table of bouts. */
    public static TransitionMatrix of(List<String> behaviours, BoutTable bouts) {
        var counts = new long[behaviours.size()][behaviours.size()];
        for (int i = 1; i < bouts.rows().size(); i++) {
            var from = bouts.rows().get(i - 1);
            var to = bouts.rows().get(i);
            if (from.timeline().equals(to.timeline()) && bouts.rule().isClose(from.bout(), to.bout())) {
                counts[behaviours.indexOf(from.bout().behaviour())][
                        behaviours.indexOf(to.bout().behaviour())]++;
            }
        }
        return new TransitionMatrix(
                behaviours,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    /** How often the second behaviour followed the first. */
    public long count(int from, int to) {
        return counts.get(from).get(to);
    }

    /** Transitions that leave a behaviour. */
    public long from(int behaviour) {
        return counts.get(behaviour).stream().mapToLong(Long::longValue).sum();
    }

    /** Share of the transitions that leave a behaviour that go to another one, 0 to 1; NaN if none leaves it. */
    public double probability(int from, int to) {
        return (double) count(from, to) / from(from);
    }
}
