package org.ethotag.workflow.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Window;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;

/**
 * The predictions of a run as a table that a spreadsheet opens: session, from, to, animal, truth, and a column per model
 * and baseline with its answers in the classes' names. The first row after the header of each class, in the order of the classes, is
 * no prediction: its session is empty and its truth the class, so that classes without windows keep their place.
 */
final class PredictionsCsv {
    private static final List<String> HEADER = List.of("session", "from", "to", "animal", "truth");

    private PredictionsCsv() {}

    /** What the table says. */
    record Table(List<String> classes, List<Window> windows, Map<String, List<Integer>> answers) {}

    static byte[] write(Comparison comparison) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(HEADER);
        var models = new ArrayList<>(comparison.models());
        models.addAll(comparison.baselines());
        models.forEach(model -> header.add(model.title()));
        rows.add(header);
        for (String name : comparison.classes()) {
            var row = new ArrayList<>(List.of("", "", "", "", name));
            models.forEach(_ -> row.add(""));
            rows.add(row);
        }
        for (int i = 0; i < comparison.windows().size(); i++) {
            var window = comparison.windows().get(i);
            var row = new ArrayList<>(List.of(
                    window.session(),
                    String.valueOf(window.range().from()),
                    String.valueOf(window.range().to()),
                    window.animal(),
                    comparison.classes().get(window.label())));
            for (var model : models) {
                row.add(comparison.classes().get(model.answers().get(i)));
            }
            rows.add(row);
        }
        return CsvTable.write(rows).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ProblemException if the file was damaged since it was written */
    static Table read(String run, byte[] bytes) {
        try {
            return parse(CsvTable.read(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damage) {
            throw new ProblemException(RunProblem.DAMAGED_RUN, run, damage, RunFiles.PREDICTIONS).causedBy(damage);
        }
    }

    private static Table parse(List<List<String>> rows) {
        var header = rows.getFirst();
        var models = header.subList(HEADER.size(), header.size());
        var classes = new LinkedHashSet<String>();
        var windows = new ArrayList<Window>();
        var answers = new LinkedHashMap<String, List<Integer>>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.getFirst().isEmpty()) {
                classes.add(row.get(4));
                continue;
            }
            var names = List.copyOf(classes);
            var range = new SampleRange(Long.parseLong(row.get(1)), Long.parseLong(row.get(2)));
            windows.add(new Window(row.get(0), row.get(3), range, index(names, row.get(4))));
            for (int m = 0; m < models.size(); m++) {
                answers.computeIfAbsent(models.get(m), _ -> new ArrayList<>())
                        .add(index(names, row.get(HEADER.size() + m)));
            }
        }
        return new Table(List.copyOf(classes), windows, answers);
    }

    private static int index(List<String> classes, String name) {
        int index = classes.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no class " + name);
        }
        return index;
    }
}
