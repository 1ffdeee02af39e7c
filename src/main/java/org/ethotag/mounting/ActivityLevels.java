package org.ethotag.mounting;

import java.util.Arrays;
import java.util.Collection;

/**
 * From still to lively in a few steps, each of which a herd spends as much time in as in any other; every animal counts
 * as one.
 *
 * @param edges where one level ends and the next begins, ascending, as {@link PostureBlocks#activity}; not to be changed
 */
record ActivityLevels(double[] edges) {
    /** Enough to tell lying, standing, walking and feeding apart; results hardly change between 4 and 10. */
    private static final int LEVELS = 8;

    static ActivityLevels of(Collection<PostureBlocks> herd) {
        record Weighted(double activity, double weight) {}
        var all = herd.stream()
                .flatMap(blocks -> Arrays.stream(blocks.activity())
                        .mapToObj(activity -> new Weighted(activity, 1.0 / blocks.count())))
                .sorted((a, b) -> Double.compare(a.activity, b.activity))
                .toList();
        double total = all.stream().mapToDouble(Weighted::weight).sum();
        double[] edges = new double[LEVELS - 1];
        double before = 0;
        int edge = 0;
        for (Weighted one : all) {
            before += one.weight;
            while (edge < edges.length && before >= total * (edge + 1) / LEVELS) {
                edges[edge++] = one.activity;
            }
        }
        return new ActivityLevels(edges);
    }

    int count() {
        return edges.length + 1;
    }

    /** 0 for the stillest. */
    int of(double activity) {
        int level = 0;
        while (level < edges.length && activity > edges[level]) {
            level++;
        }
        return level;
    }
}
