package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.Calibration;
import org.ethotag.evaluation.Scores.ClassScores;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.jspecify.annotations.Nullable;

/** A comparison as scripts read it. */
final class ModelsDocument {
    private final ScoreSheet sheet;

    ModelsDocument(ScoreSheet sheet) {
        this.sheet = sheet;
    }

    /** One entry per model. */
    List<Map<String, Object>> models() {
        return sheet.models().stream().map(this::model).toList();
    }

    /** One entry per baseline, by its name. */
    Map<String, Map<String, Object>> baselines() {
        var baselines = new LinkedHashMap<String, Map<String, Object>>();
        for (Line line : sheet.baselines()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("mcc", line.scores().mcc());
            put(document, "mccInterval", line.interval());
            document.put("accuracy", line.scores().accuracy());
            document.put("macro F1", line.scores().macroF1());
            document.put("perAnimal", line.scores().perAnimal());
            baselines.put(line.model().name(), document);
        }
        return baselines;
    }

    /** One entry per two models. */
    List<Map<String, Object>> pairs() {
        var pairs = new ArrayList<Map<String, Object>>();
        for (var pair : sheet.pairs()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("first", pair.first().title());
            document.put("second", pair.second().title());
            document.put("mccDifference", pair.paired().mccDifference());
            put(document, "interval", pair.interval());
            document.put("onlyFirstRight", pair.paired().onlyFirstRight());
            document.put("onlySecondRight", pair.paired().onlySecondRight());
            document.put("mcNemarP", pair.paired().mcNemarP());
            pairs.add(document);
        }
        return pairs;
    }

    private Map<String, Object> model(Line line) {
        var comparison = sheet.comparison();
        var model = line.model();
        var matrix = line.matrix();
        var classes = comparison.classes();
        var document = new LinkedHashMap<String, Object>();
        document.put("name", model.name());
        document.put("hidden", model.hidden());
        document.put("mcc", line.scores().mcc());
        put(document, "mccInterval", line.interval());
        document.put("accuracy", line.scores().accuracy());
        document.put("macroF1", line.scores().macroF1());
        document.put("perClass", perClass(line, ClassScores::f1));
        document.put("precision", perClass(line, ClassScores::precision));
        document.put("recall", perClass(line, ClassScores::recall));
        document.put("mccPerClass", perClass(line, ClassScores::mcc));
        document.put("perAnimal", line.scores().perAnimal());
        document.put(
                "confusion",
                IntStream.range(0, classes.size())
                        .mapToObj(truth -> IntStream.range(0, classes.size())
                                .mapToObj(answer -> matrix.count(truth, answer))
                                .toList())
                        .toList());
        document.put("classes", classes);
        put(document, line.calibration());
        document.put("bytes", model.bytes());
        document.put("multiplications", model.multiplications());
        document.put("seed", comparison.seed());
        document.put("protocol", comparison.protocol());
        return document;
    }

    private static Map<String, Object> perClass(Line line, ToDoubleFunction<ClassScores> score) {
        var values = new LinkedHashMap<String, Object>();
        line.scores().perClass().forEach((name, one) -> values.put(name, score.applyAsDouble(one)));
        return values;
    }

    private static void put(Map<String, Object> document, @Nullable Calibration calibration) {
        if (calibration != null) {
            document.put(
                    "calibration",
                    Map.of(
                            "ece", calibration.expectedError(),
                            "mce", calibration.largestError(),
                            "bins", calibration.bins().size()));
        }
    }

    private static void put(Map<String, Object> document, String name, @Nullable BootstrapInterval interval) {
        if (interval != null) {
            document.put(
                    name,
                    Map.of(
                            "low", interval.low(),
                            "high", interval.high(),
                            "repeats", interval.repeats(),
                            "seed", interval.seed()));
        }
    }
}
