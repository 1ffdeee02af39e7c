package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
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
            putSetAside(document, line);
            document.put("accuracy", line.scores().accuracy());
            document.put("macro F1", line.scores().macroF1());
            document.put("perAnimal", perAnimal(line));
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
        var document = new LinkedHashMap<String, Object>();
        document.put("name", model.name());
        document.put("hidden", model.hidden());
        document.put("mcc", line.scores().mcc());
        put(document, "mccInterval", line.interval());
        putSetAside(document, line);
        document.put("accuracy", line.scores().accuracy());
        document.put("macroF1", line.scores().macroF1());
        putPerClass(document, line);
        document.put("perAnimal", perAnimal(line));
        document.put("confusion", confusion(line));
        document.put("classes", comparison.classes());
        put(document, line.calibration());
        document.put("bytes", model.bytes());
        document.put("multiplications", model.multiplications());
        document.put("seed", comparison.seed());
        document.put("protocol", comparison.protocol());
        return document;
    }

    /** The second number, wherever a rule sets windows aside; null if none is left. */
    private void putSetAside(Map<String, Object> document, Line line) {
        var comparison = sheet.comparison();
        if (comparison.aside().isNone()) {
            return;
        }
        var kept = sheet.keptOf(line);
        int left = kept == null ? 0 : kept.model().answers().size();
        var second = new LinkedHashMap<String, @Nullable Object>();
        second.put("rule", comparison.aside().rule().text());
        second.put("bouts", comparison.aside().judgedBouts().size());
        second.put("windows", comparison.windows().size() - left);
        second.put("learntFrom", comparison.aside().learntFrom());
        second.put("mcc", kept == null ? null : kept.scores().mcc());
        if (kept != null) {
            put(second, "mccInterval", kept.interval());
            second.put("accuracy", kept.scores().accuracy());
            second.put("macroF1", kept.scores().macroF1());
            putPerClass(second, kept);
            second.put("perAnimal", perAnimal(kept));
            second.put("confusion", confusion(kept));
            put(second, kept.calibration());
        }
        document.put("setAside", second);
    }

    /** Null where nothing can be said. */
    private static void putPerClass(Map<String, Object> document, Line line) {
        document.put("perClass", perClass(line, one -> one.windows() + one.answers(), ClassScores::f1));
        document.put("precision", perClass(line, ClassScores::answers, ClassScores::precision));
        document.put("recall", perClass(line, ClassScores::windows, ClassScores::recall));
        document.put("mccPerClass", perClass(line, ClassScores::windows, ClassScores::mcc));
    }

    private static Map<String, @Nullable Object> perClass(
            Line line, ToLongFunction<ClassScores> needed, ToDoubleFunction<ClassScores> score) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        line.scores()
                .perClass()
                .forEach((name, one) ->
                        values.put(name, needed.applyAsLong(one) == 0 ? null : (Double) score.applyAsDouble(one)));
        return values;
    }

    /** Null for an animal of one class. */
    private Map<String, @Nullable Object> perAnimal(Line line) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (String animal : sheet.comparison().animals()) {
            values.put(animal, line.scores().perAnimal().get(animal));
        }
        return values;
    }

    private static List<List<Long>> confusion(Line line) {
        var matrix = line.matrix();
        int classes = matrix.classes().size();
        return IntStream.range(0, classes)
                .mapToObj(truth -> IntStream.range(0, classes)
                        .mapToObj(answer -> matrix.count(truth, answer))
                        .toList())
                .toList();
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
