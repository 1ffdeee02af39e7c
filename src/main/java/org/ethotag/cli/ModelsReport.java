package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Scores;
import org.ethotag.evaluation.Scores.ClassScores;
import org.ethotag.workflow.Comparison;
import org.ethotag.workflow.Comparison.ModelAnswers;

/** A comparison as people and as scripts read it. */
final class ModelsReport {
    private final Comparison comparison;

    ModelsReport(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The list under {@code models} of a JSON answer. */
    List<Map<String, Object>> document() {
        return comparison.models().stream().map(this::modelDocument).toList();
    }

    /** The table of all models, with the protocol under it. */
    String table() {
        var header = new ArrayList<>(List.of("model", "H", "MCC", "accuracy", "macro F1"));
        comparison.classes().forEach(name -> header.add("F1 " + name));
        header.addAll(List.of("bytes", "multiplications"));
        var table = new TextTable(header.toArray(String[]::new));
        for (ModelAnswers model : comparison.models()) {
            var scores = scores(model);
            var row = new ArrayList<>(List.of(
                    model.name(),
                    model.hidden() == 0 ? "" : String.valueOf(model.hidden()),
                    three(scores.mcc()),
                    three(scores.accuracy()),
                    three(scores.macroF1())));
            comparison
                    .classes()
                    .forEach(name -> row.add(three(classScores(scores, name).f1())));
            row.add(model.bytes() == 0 ? "study only" : grouped(model.bytes()));
            row.add(grouped(model.multiplications()));
            table.row(row);
        }
        return table + protocol();
    }

    /** MCC per animal, a row per animal and a column per model. */
    String perAnimal() {
        var header = new ArrayList<>(List.of("MCC per animal"));
        comparison.models().forEach(model -> header.add(model.title()));
        var table = new TextTable(header.toArray(String[]::new));
        for (String animal : comparison.animals()) {
            var row = new ArrayList<>(List.of(animal));
            comparison
                    .models()
                    .forEach(model -> row.add(three(scores(model).perAnimal().getOrDefault(animal, 0.0))));
            table.row(row);
        }
        return table.toString();
    }

    /** The confusion matrix of one model: rows are the truth, columns the answers. */
    String matrix(ModelAnswers model) {
        var matrix = ConfusionMatrix.of(comparison.predictions(model));
        var header = new ArrayList<>(List.of(model.title() + ": truth \\ answer"));
        header.addAll(comparison.classes());
        var table = new TextTable(header.toArray(String[]::new));
        for (int truth = 0; truth < comparison.classes().size(); truth++) {
            var row = new ArrayList<>(List.of(comparison.classes().get(truth)));
            for (int answer = 0; answer < comparison.classes().size(); answer++) {
                row.add(String.valueOf(matrix.count(truth, answer)));
            }
            table.row(row);
        }
        return table.toString();
    }

    private String protocol() {
        return "%s; %d windows of %d %s (%s); seed %d%n"
                .formatted(
                        comparison.protocol(),
                        comparison.windows().size(),
                        comparison.animals().size(),
                        comparison.animals().size() == 1 ? "animal" : "animals",
                        String.join(", ", comparison.animals()),
                        comparison.seed());
    }

    private Map<String, Object> modelDocument(ModelAnswers model) {
        var scores = scores(model);
        var matrix = ConfusionMatrix.of(comparison.predictions(model));
        var classes = comparison.classes();
        var perClass = new LinkedHashMap<String, Object>();
        var precision = new LinkedHashMap<String, Object>();
        var recall = new LinkedHashMap<String, Object>();
        for (String name : classes) {
            var one = classScores(scores, name);
            perClass.put(name, one.f1());
            precision.put(name, one.precision());
            recall.put(name, one.recall());
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("name", model.name());
        document.put("hidden", model.hidden());
        document.put("mcc", scores.mcc());
        document.put("accuracy", scores.accuracy());
        document.put("macroF1", scores.macroF1());
        document.put("perClass", perClass);
        document.put("precision", precision);
        document.put("recall", recall);
        document.put("perAnimal", scores.perAnimal());
        document.put(
                "confusion",
                IntStream.range(0, classes.size())
                        .mapToObj(truth -> IntStream.range(0, classes.size())
                                .mapToObj(answer -> matrix.count(truth, answer))
                                .toList())
                        .toList());
        document.put("classes", classes);
        document.put("bytes", model.bytes());
        document.put("multiplications", model.multiplications());
        document.put("seed", comparison.seed());
        document.put("protocol", comparison.protocol());
        return document;
    }

    private Scores scores(ModelAnswers model) {
        return Scores.of(comparison.predictions(model));
    }

    private static ClassScores classScores(Scores scores, String name) {
        return Objects.requireNonNull(scores.perClass().get(name), name);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
