package org.ethotag.workflow.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.Calibration;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.PairedComparison;
import org.ethotag.evaluation.Scores;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said about a comparison in numbers: the page and the command line show the same.
 *
 * @param comparison the answers
 * @param models one line per model, in the comparison's order
 * @param baselines the same for what can be had without a network
 * @param pairs models of one size beside each other, and each beside the teacher
 * @param kept the same models, baselines and pairs over the windows that are left where a rule sets some aside; null where
 *     no rule does or nothing is left
 */
public record ScoreSheet(
        Comparison comparison,
        List<Line> models,
        List<Line> baselines,
        List<Pair> pairs,
        @Nullable ScoreSheet kept) {
    /** Of the draw of animals; stated beside every interval. */
    public static final long BOOTSTRAP_SEED = 1;

    /**
     * One model in numbers.
     *
     * @param interval of the MCC over animals; null with fewer than two animals
     * @param calibration null if the model's probabilities are not known
     */
    public record Line(
            ModelAnswers model,
            Scores scores,
            ConfusionMatrix matrix,
            @Nullable BootstrapInterval interval,
            @Nullable Calibration calibration) {}

    /**
     * Two models on the same windows.
     *
     * @param paired first minus second
     * @param interval of the difference over animals; null with fewer than two animals
     */
    public record Pair(
            ModelAnswers first,
            ModelAnswers second,
            PairedComparison paired,
            @Nullable BootstrapInterval interval) {}

    public ScoreSheet {
        models = List.copyOf(models);
        baselines = List.copyOf(baselines);
        pairs = List.copyOf(pairs);
    }

    /** The same model or baseline over the windows that are left; null where no rule sets some aside or nothing is left. */
    public @Nullable Line keptOf(Line line) {
        return kept == null
                ? null
                : Stream.concat(kept.models.stream(), kept.baselines.stream())
                        .filter(other ->
                                other.model().title().equals(line.model().title()))
                        .findFirst()
                        .orElse(null);
    }

    /** The same two models over the windows that are left; null where no rule sets some aside or nothing is left. */
    public @Nullable Pair keptOf(Pair pair) {
        int place = pairs.indexOf(pair);
        return kept == null || place < 0 ? null : kept.pairs.get(place);
    }

    /** Computes all of it; some tenths of a second for large comparisons. */
    public static ScoreSheet of(Comparison comparison) {
        var left = comparison.aside().isNone() ? null : comparison.kept();
        return new ScoreSheet(
                comparison,
                comparison.models().stream()
                        .map(model -> line(comparison, model))
                        .toList(),
                comparison.baselines().stream()
                        .map(model -> line(comparison, model))
                        .toList(),
                pairs(comparison),
                left == null || left.windows().isEmpty() ? null : of(left));
    }

    private static Line line(Comparison comparison, ModelAnswers model) {
        var predictions = comparison.predictions(model);
        return new Line(
                model,
                Scores.of(predictions),
                ConfusionMatrix.of(predictions),
                BootstrapInterval.ofMcc(predictions, BootstrapInterval.USUAL_REPEATS, BOOTSTRAP_SEED)
                        .orElse(null),
                model.probabilities().isEmpty()
                        ? null
                        : Calibration.of(predictions, model.probabilities(), Calibration.USUAL_BINS));
    }

    /** Two models of a comparison beside each other. */
    public static Pair pair(Comparison comparison, ModelAnswers first, ModelAnswers second) {
        var one = comparison.predictions(first);
        var other = comparison.predictions(second);
        return new Pair(
                first,
                second,
                PairedComparison.of(one, other),
                PairedComparison.interval(one, other, BootstrapInterval.USUAL_REPEATS, BOOTSTRAP_SEED)
                        .orElse(null));
    }

    private static List<Pair> pairs(Comparison comparison) {
        var pairs = new ArrayList<Pair>();
        var models = comparison.models();
        for (int i = 0; i < models.size(); i++) {
            for (int k = i + 1; k < models.size(); k++) {
                if (models.get(i).hidden() == 0
                        || models.get(i).hidden() == models.get(k).hidden()) {
                    pairs.add(pair(comparison, models.get(i), models.get(k)));
                }
            }
        }
        return pairs;
    }
}
