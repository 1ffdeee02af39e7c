package org.ethotag.workflow.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.Scores.ClassScores;
import org.ethotag.recording.CsvTable;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.ethotag.workflow.run.ScoreSheet.Pair;
import org.jspecify.annotations.Nullable;

/** Every number of a comparison as tables that spreadsheets and statistics programs open. */
public final class ComparisonTables {
    private ComparisonTables() {}

    /**
     * The tables by file name.
     *
     * @param methods the methods paragraph, which goes with them
     */
    public static Map<String, String> of(ScoreSheet sheet, SeedGroup seeds, String methods) {
        var files = new LinkedHashMap<String, String>();
        files.put("scores.csv", scores(sheet));
        files.put("classes.csv", classes(sheet));
        files.put("animals.csv", animals(sheet));
        files.put("pairs.csv", pairs(sheet));
        files.put("matrices.csv", matrices(sheet));
        files.put("reliability.csv", reliability(sheet));
        files.put("seeds.csv", seeds(seeds));
        files.put("windows.csv", windows(sheet.comparison()));
        files.put("methods.txt", methods + "\n");
        return files;
    }

    private static List<Line> lines(ScoreSheet sheet) {
        return Stream.concat(sheet.models().stream(), sheet.baselines().stream())
                .toList();
    }

    private static String scores(ScoreSheet sheet) {
        var comparison = sheet.comparison();
        var rows = rows(
                "model",
                "MCC",
                "low",
                "high",
                "accuracy",
                "macro F1",
                "ECE",
                "bytes",
                "multiplications",
                "seed",
                "protocol",
                "MCC set aside",
                "low set aside",
                "high set aside",
                "rule");
        for (Line line : lines(sheet)) {
            var calibration = line.calibration();
            var model = line.model();
            rows.add(List.of(
                    model.title(),
                    text(line.scores().mcc()),
                    low(line.interval()),
                    high(line.interval()),
                    text(line.scores().accuracy()),
                    text(line.scores().macroF1()),
                    calibration == null ? "" : text(calibration.expectedError()),
                    String.valueOf(model.bytes()),
                    String.valueOf(model.multiplications()),
                    String.valueOf(comparison.seed()),
                    comparison.protocol(),
                    kept(sheet, line, one -> text(one.scores().mcc())),
                    kept(sheet, line, one -> low(one.interval())),
                    kept(sheet, line, one -> high(one.interval())),
                    comparison.aside().rule().text()));
        }
        return CsvTable.forPeople(rows);
    }

    private static String classes(ScoreSheet sheet) {
        var rows = rows(
                "model",
                "class",
                "windows",
                "precision",
                "recall",
                "F1",
                "MCC",
                "windows set aside",
                "F1 set aside",
                "MCC set aside");
        for (Line line : lines(sheet)) {
            line.scores()
                    .perClass()
                    .forEach((name, one) -> rows.add(List.of(
                            line.model().title(),
                            name,
                            String.valueOf(one.windows()),
                            known(one.answers(), one.precision()),
                            known(one.windows(), one.recall()),
                            known(one.windows() + one.answers(), one.f1()),
                            known(one.windows(), one.mcc()),
                            kept(sheet, line, name, kept -> String.valueOf(one.windows() - kept.windows())),
                            kept(sheet, line, name, kept -> known(kept.windows() + kept.answers(), kept.f1())),
                            kept(sheet, line, name, kept -> known(kept.windows(), kept.mcc())))));
        }
        return CsvTable.forPeople(rows);
    }

    private static String animals(ScoreSheet sheet) {
        var rows = rows("model", "animal", "windows", "MCC", "MCC set aside");
        var all = sheet.comparison().windows();
        for (Line line : lines(sheet)) {
            for (String animal : sheet.comparison().animals()) {
                long count = all.stream()
                        .filter(window -> window.animal().equals(animal))
                        .count();
                rows.add(List.of(
                        line.model().title(),
                        animal,
                        String.valueOf(count),
                        ofAnimal(line, animal),
                        kept(sheet, line, one -> ofAnimal(one, animal))));
            }
        }
        return CsvTable.forPeople(rows);
    }

    private static String ofAnimal(Line line, String animal) {
        var mcc = line.scores().perAnimal().get(animal);
        return mcc == null ? "" : text(mcc);
    }

    /** Empty where nothing can be said. */
    private static String known(long needed, double value) {
        return needed == 0 ? "" : text(value);
    }

    /** The second number; empty where no rule sets windows aside or none is left. */
    private static String kept(ScoreSheet sheet, Line line, Function<Line, String> text) {
        var kept = sheet.keptOf(line);
        return kept == null ? "" : text.apply(kept);
    }

    private static String kept(ScoreSheet sheet, Line line, String name, Function<ClassScores, String> text) {
        return kept(
                sheet,
                line,
                one -> text.apply(Objects.requireNonNull(one.scores().perClass().get(name))));
    }

    private static String pairs(ScoreSheet sheet) {
        var rows = rows(
                "first",
                "second",
                "MCC difference",
                "low",
                "high",
                "only first right",
                "only second right",
                "McNemar p",
                "MCC difference set aside",
                "low set aside",
                "high set aside",
                "McNemar p set aside");
        for (var pair : sheet.pairs()) {
            rows.add(List.of(
                    pair.first().title(),
                    pair.second().title(),
                    text(pair.paired().mccDifference()),
                    low(pair.interval()),
                    high(pair.interval()),
                    String.valueOf(pair.paired().onlyFirstRight()),
                    String.valueOf(pair.paired().onlySecondRight()),
                    text(pair.paired().mcNemarP()),
                    kept(sheet, pair, one -> text(one.paired().mccDifference())),
                    kept(sheet, pair, one -> low(one.interval())),
                    kept(sheet, pair, one -> high(one.interval())),
                    kept(sheet, pair, one -> text(one.paired().mcNemarP()))));
        }
        return CsvTable.forPeople(rows);
    }

    private static String kept(ScoreSheet sheet, Pair pair, Function<Pair, String> text) {
        var kept = sheet.keptOf(pair);
        return kept == null ? "" : text.apply(kept);
    }

    private static String matrices(ScoreSheet sheet) {
        var rows = rows("model", "truth", "answer", "windows", "share of truth", "share of answer");
        for (Line line : lines(sheet)) {
            var matrix = line.matrix();
            for (int truth = 0; truth < matrix.classes().size(); truth++) {
                for (int answer = 0; answer < matrix.classes().size(); answer++) {
                    rows.add(List.of(
                            line.model().title(),
                            matrix.classes().get(truth),
                            matrix.classes().get(answer),
                            String.valueOf(matrix.count(truth, answer)),
                            text(matrix.rowFraction(truth, answer)),
                            text(matrix.columnFraction(truth, answer))));
                }
            }
        }
        return CsvTable.forPeople(rows);
    }

    private static String reliability(ScoreSheet sheet) {
        var rows = rows("model", "from", "to", "windows", "confidence", "accuracy");
        for (Line line : sheet.models()) {
            var calibration = line.calibration();
            if (calibration != null) {
                calibration
                        .bins()
                        .forEach(bin -> rows.add(List.of(
                                line.model().title(),
                                text(bin.from()),
                                text(bin.to()),
                                String.valueOf(bin.windows()),
                                text(bin.confidence()),
                                text(bin.accuracy()))));
            }
        }
        return CsvTable.forPeople(rows);
    }

    private static String seeds(SeedGroup seeds) {
        var rows = rows("model", "seed", "MCC");
        seeds.mcc().forEach((title, spread) -> {
            for (int i = 0; i < seeds.seeds().size(); i++) {
                rows.add(List.of(
                        title,
                        String.valueOf(seeds.seeds().get(i)),
                        text(spread.values().get(i))));
            }
        });
        return CsvTable.forPeople(rows);
    }

    /** Every window with every model's answer and probabilities. */
    private static String windows(Comparison comparison) {
        var header = new ArrayList<>(List.of("session", "from", "to", "animal", "fold", "truth"));
        for (ModelAnswers model : comparison.models()) {
            header.add(model.title());
            if (!model.probabilities().isEmpty()) {
                comparison.classes().forEach(name -> header.add(model.title() + " p(" + name + ")"));
            }
        }
        var rows = new ArrayList<List<String>>();
        rows.add(header);
        for (int i = 0; i < comparison.windows().size(); i++) {
            var window = comparison.windows().get(i);
            var row = new ArrayList<>(List.of(
                    window.session(),
                    String.valueOf(window.range().from()),
                    String.valueOf(window.range().to()),
                    window.animal(),
                    String.valueOf(comparison.folds().get(i) + 1),
                    comparison.classes().get(window.label())));
            for (ModelAnswers model : comparison.models()) {
                row.add(comparison.classes().get(model.answers().get(i)));
                for (int c = 0; c < model.probabilities().classes(); c++) {
                    row.add(Float.toString((float) model.probabilities().of(i, c)));
                }
            }
            rows.add(row);
        }
        return CsvTable.forPeople(rows);
    }

    private static List<List<String>> rows(String... header) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(header));
        return rows;
    }

    private static String low(@Nullable BootstrapInterval interval) {
        return interval == null ? "" : text(interval.low());
    }

    private static String high(@Nullable BootstrapInterval interval) {
        return interval == null ? "" : text(interval.high());
    }

    private static String text(double value) {
        return String.valueOf(value);
    }
}
