package org.ethotag.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The same score of the same model, trained with several seeds.
 *
 * @param values one per seed, at least one
 */
public record SeedSpread(List<Double> values) {
    /** With fewer, nobody is said to be better than anybody: with two, chance alone agrees every second time. */
    public static final int FEWEST_SEEDS = 3;

    public SeedSpread {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no seed");
        }
    }

    /** Mean over the seeds. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Sample standard deviation; 0 for a single seed: nothing is known about it. */
    public double spread() {
        double mean = mean();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }

    /** This minus the other, seed by seed. */
    public SeedSpread minus(SeedSpread other) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException(values.size() + " and " + other.values.size() + " seeds");
        }
        return new SeedSpread(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) - other.values.get(i))
                .toList());
    }

    /** What may be said about two models, in one sentence. Nobody is called better by fewer than three seeds. */
    public static String verdict(String first, SeedSpread ofFirst, String second, SeedSpread ofSecond) {
        var difference = ofFirst.minus(ofSecond);
        int seeds = difference.values().size();
        if (seeds < FEWEST_SEEDS) {
            return String.format(
                    Locale.ROOT,
                    "%s minus %s: %+.4f with %d %s; %d are needed to rank them.",
                    first,
                    second,
                    difference.mean(),
                    seeds,
                    seeds == 1 ? "seed" : "seeds",
                    FEWEST_SEEDS);
        }
        boolean up = difference.values().stream().allMatch(value -> value > 0);
        boolean down = difference.values().stream().allMatch(value -> value < 0);
        if (!up && !down) {
            return String.format(
                    Locale.ROOT,
                    "%s and %s: no difference that holds over %d seeds (mean %+.4f, spread %.4f).",
                    first,
                    second,
                    seeds,
                    difference.mean(),
                    difference.spread());
        }
        return String.format(
                Locale.ROOT,
                "%s is better than %s with each of %d seeds, by %.4f on average (spread %.4f).",
                up ? first : second,
                up ? second : first,
                seeds,
                Math.abs(difference.mean()),
                difference.spread());
    }
}
