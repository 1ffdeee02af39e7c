package org.ethotag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.Calibration;
import org.ethotag.evaluation.Scores.ClassScores;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.jspecify.annotations.Nullable;

/** A comparison as people read it. */
final class ModelsReport {
    private final ScoreSheet sheet;
    private final Comparison comparison;

    ModelsReport(Comparison comparison) {
        this.comparison = comparison;
        sheet = ScoreSheet.of(comparison);
    }

    /** The list under {@code models} of a JSON answer. */
    List<Map<String, Object>> document() {
        return new ModelsDocument(sheet).models();
    }

    /** The numbers behind it. */
    ScoreSheet sheet() {
        return sheet;
    }

    /** The table of all models and baselines, with the protocol under it. */
    String table() {
        var header = new ArrayList<>(List.of("model", "H", "MCC", "95 % interval", "accuracy", "macro F1"));
        comparison.classes().forEach(name -> header.add("F1 " + name));
        header.addAll(List.of("ECE", "bytes", "multiplications"));
        var table = new TextTable(header.toArray(String[]::new));
        sheet.models().forEach(line -> table.row(row(line, true)));
        sheet.baselines().forEach(line -> table.row(row(line, false)));
        return table + protocol();
    }

    private List<String> row(Line line, boolean network) {
        var model = line.model();
        var scores = line.scores();
        var row = new ArrayList<>(List.of(
                network ? model.name() : "baseline " + model.name(),
                model.hidden() == 0 ? "" : String.valueOf(model.hidden()),
                three(scores.mcc()),
                interval(line.interval()),
                three(scores.accuracy()),
                three(scores.macroF1())));
        comparison.classes().forEach(name -> row.add(three(ofClass(line, name).f1())));
        var calibration = line.calibration();
        row.add(calibration == null ? "" : three(calibration.expectedError()));
        row.add(!network ? "" : model.bytes() == 0 ? "study only" : grouped(model.bytes()));
        row.add(network ? grouped(model.multiplications()) : "");
        return row;
    }

    /** Precision, recall, F1 and MCC of every class, model by model. */
    String perClass() {
        var table = new TextTable("model", "class", "windows", "precision", "recall", "F1", "MCC");
        Stream.concat(sheet.models().stream(), sheet.baselines().stream())
                .forEach(line -> line.scores()
                        .perClass()
                        .forEach((name, one) -> table.row(
                                line.model().title(),
                                name,
                                String.valueOf(one.windows()),
                                three(one.precision()),
                                three(one.recall()),
                                three(one.f1()),
                                three(one.mcc()))));
        return table.toString();
    }

    /** MCC per animal, a row per animal and a column per model. */
    String perAnimal() {
        var lines = Stream.concat(sheet.models().stream(), sheet.baselines().stream())
                .toList();
        var header = new ArrayList<>(List.of("MCC per animal", "windows"));
        lines.forEach(line -> header.add(line.model().title()));
        var table = new TextTable(header.toArray(String[]::new));
        for (String animal : comparison.animals()) {
            long windows = comparison.windows().stream()
                    .filter(window -> window.animal().equals(animal))
                    .count();
            var row = new ArrayList<>(List.of(animal, String.valueOf(windows)));
            lines.forEach(line -> row.add(three(line.scores().perAnimal().getOrDefault(animal, 0.0))));
            table.row(row);
        }
        return table.toString();
    }

    /** Two models at a time; empty text if there is only one. */
    String pairs() {
        if (sheet.pairs().isEmpty()) {
            return "";
        }
        var table = new TextTable(
                "first",
                "second",
                "MCC difference",
                "95 % interval",
                "only first right",
                "only second right",
                "McNemar p");
        for (var pair : sheet.pairs()) {
            table.row(
                    pair.first().title(),
                    pair.second().title(),
                    String.format(Locale.ROOT, "%+.4f", pair.paired().mccDifference()),
                    interval(pair.interval()),
                    String.valueOf(pair.paired().onlyFirstRight()),
                    String.valueOf(pair.paired().onlySecondRight()),
                    pair.paired().mcNemarText());
        }
        return table + "McNemar's exact test takes windows as independent, which those of one animal are not."
                + System.lineSeparator();
    }

    /** The confusion matrix of one model: rows are the truth, columns the answers. */
    String matrix(Line line) {
        var matrix = line.matrix();
        var header = new ArrayList<>(List.of(line.model().title() + ": truth \\ answer"));
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

    /** How models and windows were divided, and how the numbers above were computed. */
    private String protocol() {
        return "%s; %d windows of %d %s (%s); seed %d%n"
                        .formatted(
                                comparison.protocol(),
                                comparison.windows().size(),
                                comparison.animals().size(),
                                comparison.animals().size() == 1 ? "animal" : "animals",
                                String.join(", ", comparison.animals()),
                                comparison.seed())
                + "MCC after Gorodkin 2004; intervals: %d bootstrap draws of animals, seed %d; ECE: %d bins of equal width%n"
                        .formatted(BootstrapInterval.USUAL_REPEATS, ScoreSheet.BOOTSTRAP_SEED, Calibration.USUAL_BINS);
    }

    private static ClassScores ofClass(Line line, String name) {
        return Objects.requireNonNull(line.scores().perClass().get(name), name);
    }

    private static String interval(@Nullable BootstrapInterval interval) {
        return interval == null
                ? "one animal"
                : String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
