package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.evaluation.Scores;
import org.ethotag.workflow.Comparison;
import org.ethotag.workflow.Comparison.ModelAnswers;

/** The same comparison with several seeds: each model's MCC as mean and spread (sample standard deviation). */
final class SeedsReport {
    private final List<Comparison> comparisons;

    /** @param comparisons one per seed, of the same models */
    SeedsReport(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /** All models of all seeds, for JSON. */
    List<Map<String, Object>> models() {
        return comparisons.stream()
                .flatMap(one -> new ModelsReport(one).document().stream())
                .toList();
    }

    /** Mean and spread of every model, for JSON. */
    List<Map<String, Object>> document() {
        var models = new ArrayList<Map<String, Object>>();
        for (Over model : overSeeds()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("name", model.name());
            document.put("hidden", model.hidden());
            document.put("seeds", comparisons.stream().map(Comparison::seed).toList());
            document.put("mcc", model.mcc());
            document.put("mean", model.mean());
            document.put("spread", model.spread());
            models.add(document);
        }
        return models;
    }

    /** The same for people. */
    String table() {
        var header = new ArrayList<>(List.of("MCC over seeds", "mean", "spread"));
        comparisons.forEach(one -> header.add("seed " + one.seed()));
        var table = new TextTable(header.toArray(String[]::new));
        for (Over model : overSeeds()) {
            var row = new ArrayList<>(List.of(model.title(), four(model.mean()), four(model.spread())));
            model.mcc().forEach(value -> row.add(four(value)));
            table.row(row);
        }
        return table.toString();
    }

    private record Over(String name, int hidden, String title, List<Double> mcc) {
        double mean() {
            return mcc.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        /** 0 for a single seed: nothing is known about it. */
        double spread() {
            double mean = mean();
            double squares = mcc.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            return mcc.size() < 2 ? 0 : Math.sqrt(squares / (mcc.size() - 1));
        }
    }

    private List<Over> overSeeds() {
        var models = new ArrayList<Over>();
        for (ModelAnswers model : comparisons.getFirst().models()) {
            var mcc = comparisons.stream()
                    .map(one -> Scores.of(one.predictions(titled(one, model.title())))
                            .mcc())
                    .toList();
            models.add(new Over(model.name(), model.hidden(), model.title(), mcc));
        }
        return models;
    }

    private static ModelAnswers titled(Comparison comparison, String title) {
        return comparison.models().stream()
                .filter(model -> model.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
