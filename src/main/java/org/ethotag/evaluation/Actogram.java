package org.ethotag.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Each day of each animal as a row of bins of clock time. A bin holds what the wall clock showed: on the day on which the
 * clocks go back the hour that comes twice holds up to two hours, on the day on which they go forward the hour that is left
 * out is empty.
 *
 * @param behaviours in the order in which they are shown
 * @param binMinutes width of a bin; it divides a day
 * @param rows by animal and date; only days with a recording
 */
public record Actogram(List<String> behaviours, int binMinutes, List<Row> rows) {
    private static final int MINUTES = 24 * 60;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    private static final double NANOS = 1e9;

    /** One day of one animal. Immutable. */
    public static final class Row {
        private final AnimalDay day;
        /** Seconds, [bin][behaviour]; the last column is recorded time without a label. */
        private final float[][] seconds;

        private Row(AnimalDay day, float[][] seconds) {
            this.day = day;
            this.seconds = seconds;
        }

        /** Which day of which animal. */
        public AnimalDay day() {
            return day;
        }

        /** Seconds in a behaviour, by its place in the actogram's list. */
        public double seconds(int bin, int behaviour) {
            return seconds[bin][behaviour];
        }

        /** Recorded seconds without a label. */
        public double unlabelled(int bin) {
            return Math.max(0, seconds[bin][seconds[bin].length - 1]);
        }

        /** Recorded seconds; where several behaviours hold at once, the seconds of each. */
        public double recorded(int bin) {
            double sum = 0;
            for (float one : seconds[bin]) {
                sum += one;
            }
            return sum;
        }
    }

    public Actogram {
        behaviours = List.copyOf(behaviours);
        rows = List.copyOf(rows);
        if (binMinutes < 1 || MINUTES % binMinutes != 0) {
            throw new IllegalArgumentException("bins of " + binMinutes + " minutes do not divide a day");
        }
    }

    /** Bins of a row. */
    public int bins() {
        return MINUTES / binMinutes;
    }

    /** The animals, sorted. */
    public List<String> animals() {
        return rows.stream().map(row -> row.day().animal()).distinct().toList();
    }

    /** Only the rows of one animal. */
    public Actogram ofAnimal(String animal) {
        return new Actogram(
                behaviours,
                binMinutes,
                rows.stream().filter(row -> row.day().animal().equals(animal)).toList());
    }

    /** Fills the bins; time that an animal has twice counts once. */
    public static Actogram of(List<String> behaviours, List<Timeline> timelines, int binMinutes) {
        var days = new TreeMap<AnimalDay, double[][]>();
        long binNanos = binMinutes * NANOS_PER_MINUTE;
        int bins = MINUTES / binMinutes;
        int unlabelled = behaviours.size();
        for (Timeline line : Timeline.withoutDoubles(timelines)) {
            for (Timeline.Stretch stretch : line.stretches()) {
                fill(days, line, stretch.time(), bins, binNanos, unlabelled + 1, unlabelled, 1);
                for (TimeSpan labelled : stretch.labelled()) {
                    fill(days, line, labelled, bins, binNanos, unlabelled + 1, unlabelled, -1);
                }
                for (TimedBout bout : stretch.bouts()) {
                    int place = behaviours.indexOf(bout.behaviour());
                    fill(days, line, bout.time(), bins, binNanos, unlabelled + 1, place, 1);
                }
            }
        }
        var rows = new ArrayList<Row>();
        days.forEach((day, sums) -> rows.add(new Row(day, floats(sums))));
        return new Actogram(behaviours, binMinutes, Collections.unmodifiableList(rows));
    }

    private static void fill(
            TreeMap<AnimalDay, double[][]> days,
            Timeline line,
            TimeSpan time,
            int bins,
            long binNanos,
            int columns,
            int column,
            int sign) {
        LocalDays.cut(time, line.zone(), (date, fromNano, nanos) -> {
            var sums = days.computeIfAbsent(
                    new AnimalDay(line.animal(), line.zone(), date), _ -> new double[bins][columns]);
            long at = fromNano;
            long end = fromNano + nanos;
            while (at < end) {
                int bin = (int) (at / binNanos);
                long next = Math.min(end, (bin + 1) * binNanos);
                sums[bin][column] += sign * (next - at) / NANOS;
                at = next;
            }
        });
    }

    private static float[][] floats(double[][] sums) {
        var floats = new float[sums.length][];
        for (int bin = 0; bin < sums.length; bin++) {
            floats[bin] = new float[sums[bin].length];
            for (int column = 0; column < sums[bin].length; column++) {
                floats[bin][column] = (float) sums[bin][column];
            }
        }
        return floats;
    }
}
