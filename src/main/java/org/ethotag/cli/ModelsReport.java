package org.ethotag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.Calibration;
import org.ethotag.evaluation.Scores.ClassScores;
import org.ethotag.workflow.run.AsideText;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.jspecify.annotations.Nullable;

/** A comparison as people read it. Where a rule sets bouts aside, every score stands beside the one without them. */
final class ModelsReport {
    private static final String UNKNOWN = "-";

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
        var header = new ArrayList<>(List.of("model", "H", "MCC", "95 % interval"));
        if (twice()) {
            header.addAll(List.of("MCC set aside", "95 % interval"));
        }
        header.addAll(List.of("accuracy", "macro F1"));
        comparison.classes().forEach(name -> header.add("F1 " + name));
        header.addAll(List.of("ECE", "bytes", "multiplications"));
        var table = new TextTable(header.toArray(String[]::new));
        sheet.models().forEach(line -> table.row(row(line, true)));
        sheet.baselines().forEach(line -> table.row(row(line, false)));
        return table + protocol();
    }

    private boolean twice() {
        return !comparison.aside().isNone();
    }

    private List<String> row(Line line, boolean network) {
        var model = line.model();
        var scores = line.scores();
        var row = new ArrayList<>(List.of(
                network ? model.name() : "baseline " + model.name(),
                model.hidden() == 0 ? "" : String.valueOf(model.hidden()),
                three(scores.mcc()),
                interval(line.interval())));
        if (twice()) {
            var kept = sheet.keptOf(line);
            row.add(kept == null ? UNKNOWN : three(kept.scores().mcc()));
            row.add(kept == null ? UNKNOWN : interval(kept.interval()));
        }
        row.add(both(line, one -> three(one.scores().accuracy())));
        row.add(both(line, one -> three(one.scores().macroF1())));
        comparison.classes().forEach(name -> row.add(both(line, one -> f1(ofClass(one, name)))));
        row.add(
                line.calibration() == null
                        ? ""
                        : both(
                                line,
                                one -> three(Objects.requireNonNull(one.calibration())
                                        .expectedError())));
        row.add(!network ? "" : model.bytes() == 0 ? "study only" : grouped(model.bytes()));
        row.add(network ? grouped(model.multiplications()) : "");
        return row;
    }

    /** A number over all windows, and beside it the same without those that are set aside. */
    private String both(Line line, Function<Line, String> text) {
        var kept = sheet.keptOf(line);
        return text.apply(line) + (twice() ? " / " + (kept == null ? UNKNOWN : text.apply(kept)) : "");
    }

    /** Precision, recall, F1 and MCC of every class, model by model. */
    String perClass() {
        var table = new TextTable("model", "class", "windows", "precision", "recall", "F1", "MCC");
        for (Line line : lines()) {
            for (String name : comparison.classes()) {
                table.row(
                        line.model().title(),
                        name,
                        both(line, one -> String.valueOf(ofClass(one, name).windows())),
                        both(
                                line,
                                one -> known(
                                        ofClass(one, name).answers(),
                                        ofClass(one, name).precision())),
                        both(
                                line,
                                one -> known(
                                        ofClass(one, name).windows(),
                                        ofClass(one, name).recall())),
                        both(line, one -> f1(ofClass(one, name))),
                        both(
                                line,
                                one -> known(
                                        ofClass(one, name).windows(),
                                        ofClass(one, name).mcc())));
            }
        }
        return explained(
                table,
                "there are no windows of the class, so nothing can be said of recall and MCC, or it was never answered, so"
                        + " nothing can be said of precision");
    }

    private List<Line> lines() {
        return Stream.concat(sheet.models().stream(), sheet.baselines().stream())
                .toList();
    }

    /** MCC per animal, a row per animal and a column per model. */
    String perAnimal() {
        var header = new ArrayList<>(List.of("MCC per animal", "windows"));
        lines().forEach(line -> header.add(line.model().title()));
        var table = new TextTable(header.toArray(String[]::new));
        for (String animal : comparison.animals()) {
            long windows = comparison.windows().stream()
                    .filter(window -> window.animal().equals(animal))
                    .count();
            var row = new ArrayList<>(List.of(animal, String.valueOf(windows)));
            lines().forEach(line -> row.add(both(line, one -> ofAnimal(one, animal))));
            table.row(row);
        }
        return explained(table, "the animal's windows are of one class, and MCC needs two");
    }

    private static String ofAnimal(Line line, String animal) {
        var mcc = line.scores().perAnimal().get(animal);
        return mcc == null ? UNKNOWN : three(mcc);
    }

    private static String explained(TextTable table, String why) {
        var text = table.toString();
        boolean unknown =
                text.lines().anyMatch(line -> List.of(line.strip().split(" +")).contains(UNKNOWN));
        return unknown ? text + UNKNOWN + ": " + why + System.lineSeparator() : text;
    }

    /** Two models at a time; empty text if there is only one. */
    String pairs() {
        if (sheet.pairs().isEmpty()) {
            return "";
        }
        var kept = sheet.kept();
        return pairs(sheet, "")
                + (kept == null ? "" : System.lineSeparator() + pairs(kept, ", set aside"))
                + "McNemar's exact test takes windows as independent, which those of one animal are not."
                + System.lineSeparator();
    }

    private static TextTable pairs(ScoreSheet sheet, String which) {
        var table = new TextTable(
                "first",
                "second",
                "MCC difference" + which,
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
        return table;
    }

    /** The confusion matrix of one model: rows are the truth, columns the answers. */
    String matrix(Line line) {
        var header = new ArrayList<>(List.of(line.model().title() + ": truth \\ answer"));
        header.addAll(comparison.classes());
        var table = new TextTable(header.toArray(String[]::new));
        for (int truth = 0; truth < comparison.classes().size(); truth++) {
            int ofTruth = truth;
            var row = new ArrayList<>(List.of(comparison.classes().get(truth)));
            for (int answer = 0; answer < comparison.classes().size(); answer++) {
                int answered = answer;
                row.add(both(line, one -> String.valueOf(one.matrix().count(ofTruth, answered))));
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
                        .formatted(BootstrapInterval.USUAL_REPEATS, ScoreSheet.BOOTSTRAP_SEED, Calibration.USUAL_BINS)
                + (twice() ? AsideText.of(comparison) + System.lineSeparator() : "");
    }

    private static ClassScores ofClass(Line line, String name) {
        return Objects.requireNonNull(line.scores().perClass().get(name), name);
    }

    private static String f1(ClassScores scores) {
        return known(scores.windows() + scores.answers(), scores.f1());
    }

    private static String known(long count, double value) {
        return count == 0 ? UNKNOWN : three(value);
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
