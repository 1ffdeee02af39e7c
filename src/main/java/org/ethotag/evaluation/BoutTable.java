package org.ethotag.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bouts of recordings, and what can be said of those of one behaviour.
 *
 * @param rule what counts as one bout
 * @param rows by animal and time
 */
public record BoutTable(BoutRule rule, List<Row> rows) {
    private static final double NANOS = 1e9;

    /**
     * One bout.
     *
     * @param timeline the recording that it is in
     * @param bout when and what
     */
    public record Row(Timeline timeline, TimedBout bout) {
        /** How long it lasts, bridged gaps included. */
        public double seconds() {
            return bout.time().length().toNanos() / NANOS;
        }
    }

    /**
     * Bouts of one behaviour.
     *
     * @param bouts how many
     * @param seconds all together
     * @param median seconds of the middle one; NaN without bouts
     * @param shortest seconds; NaN without bouts
     * @param longest seconds; NaN without bouts
     */
    public record Summary(int bouts, double seconds, double median, double shortest, double longest) {
        /** Seconds of a bout in the mean; NaN without bouts. */
        public double mean() {
            return bouts == 0 ? Double.NaN : seconds / bouts;
        }
    }

    public BoutTable {
        rows = List.copyOf(rows);
    }

    /** Applies a rule; time that an animal has twice counts once. */
    public static BoutTable of(BoutRule rule, List<Timeline> timelines) {
        var rows = new ArrayList<Row>();
        for (Timeline line : Timeline.withoutDoubles(timelines)) {
            rule.bouts(line).forEach(bout -> rows.add(new Row(line, bout)));
        }
        return new BoutTable(rule, rows);
    }

    /** The bouts of one behaviour of one animal in numbers. */
    public Summary summary(String animal, String behaviour) {
        return summary(rows.stream().filter(row -> row.timeline().animal().equals(animal)), behaviour);
    }

    /** The bouts of one behaviour of all animals in numbers. */
    public Summary summary(String behaviour) {
        return summary(rows.stream(), behaviour);
    }

    private static Summary summary(Stream<Row> some, String behaviour) {
        double[] seconds = some.filter(row -> row.bout().behaviour().equals(behaviour))
                .mapToDouble(Row::seconds)
                .sorted()
                .toArray();
        int count = seconds.length;
        if (count == 0) {
            return new Summary(0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double median = (seconds[(count - 1) / 2] + seconds[count / 2]) / 2;
        return new Summary(count, Arrays.stream(seconds).sum(), median, seconds[0], seconds[count - 1]);
    }

    /** The animals that have bouts, sorted. */
    public List<String> animals() {
        return rows.stream()
                .map(row -> row.timeline().animal())
                .distinct()
                .sorted()
                .toList();
    }
}
