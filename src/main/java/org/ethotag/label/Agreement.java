package org.ethotag.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ethotag.signal.SampleRange;

/**
 * How far two tracks say the same, sample by sample, where both have a label.
 *
 * <p>Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
 * (1960), 37-46.
 */
public final class Agreement {
    private final List<String> behaviours;

    /** [behaviour of the first track][behaviour of the second], samples. */
    private final long[][] counts;

    private Agreement(List<String> behaviours, long[][] counts) {
        this.behaviours = behaviours;
        this.counts = counts;
    }

    /** Compares two tracks inside a range. */
    public static Agreement of(LabelTrack first, LabelTrack second, SampleRange within) {
        var codes = List.copyOf(new TreeSet<>(Stream.of(first, second)
                .flatMap(track -> track.boutsIn(within).stream())
                .map(Bout::behaviour)
                .toList()));
        var counts = new long[codes.size()][codes.size()];
        for (Bout bout : first.cut(within)) {
            for (Bout other : second.cut(bout.range())) {
                counts[codes.indexOf(bout.behaviour())][codes.indexOf(other.behaviour())] +=
                        other.range().length();
            }
        }
        return new Agreement(codes, counts);
    }

    /** The stretches in a range that both tracks label, each differently. */
    public static List<SampleRange> disagreements(LabelTrack first, LabelTrack second, SampleRange within) {
        var found = new ArrayList<SampleRange>();
        for (Bout bout : first.cut(within)) {
            for (Bout other : second.cut(bout.range())) {
                if (!other.behaviour().equals(bout.behaviour())) {
                    found.add(other.range());
                }
            }
        }
        return List.copyOf(found);
    }

    /** Codes that occur in either track, in alphabetical order: the order of rows and columns. */
    public List<String> behaviours() {
        return behaviours;
    }

    /** Samples that the first track calls {@code first} and the second one calls {@code second}. */
    public long count(int first, int second) {
        return counts[first][second];
    }

    /** Samples that both tracks label. */
    public long samples() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Share of the samples with the same label, 0 to 1; NaN if no sample has two labels. */
    public double observed() {
        long same = 0;
        for (int i = 0; i < counts.length; i++) {
            same += counts[i][i];
        }
        return (double) same / samples();
    }

    /** Share that two annotators with these habits would agree on by chance, 0 to 1. */
    public double byChance() {
        double all = samples();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (row(i) / all) * (column(i) / all);
        }
        return sum;
    }

    /** Cohen's kappa: 1 for full agreement, 0 for chance; NaN where chance alone explains everything. */
    public double kappa() {
        double chance = byChance();
        return (observed() - chance) / (1 - chance);
    }

    private double row(int i) {
        return Arrays.stream(counts[i]).sum();
    }

    private double column(int j) {
        return Arrays.stream(counts).mapToLong(row -> row[j]).sum();
    }
}
