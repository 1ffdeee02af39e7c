package org.ethotag.workflow.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ethotag.dataset.LabelShare;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.CsvTable;
import org.ethotag.training.DistillationSettings;

/** A sweep as comma-separated text, one line per cell and seed, which {@link #read} reads back whole, and as rows for people. */
public final class SweepTable {
    private static final List<String> HEADER = List.of(
            "hidden", "labelled animals", "source", "temperature", "alpha", "seed", "mcc", "teacher mcc", "why not");

    /** Far more lines than a sweep may have cells. */
    private static final int MOST_LINES = 10 * SweepGrid.MOST_STUDENTS;

    private SweepTable() {}

    /** As a run keeps it. Numbers are the shortest that give the same double. */
    public static String csv(SweepResult result) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (SweepOutcome outcome : result.outcomes()) {
            for (int i = 0; i < result.seeds().size(); i++) {
                rows.add(row(result, outcome, i));
            }
        }
        return CsvTable.forPeople(rows);
    }

    private static List<String> row(SweepResult result, SweepOutcome outcome, int seed) {
        var cell = outcome.cell();
        return List.of(
                String.valueOf(cell.hidden()),
                cell.share().text(),
                cell.source().text(),
                String.valueOf(cell.distillation().temperature()),
                String.valueOf(cell.distillation().alpha()),
                String.valueOf(result.seeds().get(seed)),
                outcome.mcc().isEmpty() ? "" : String.valueOf(outcome.mcc().get(seed)),
                result.teachers().containsKey(cell.share())
                        ? String.valueOf(result.teachers().get(cell.share()))
                        : "",
                outcome.why());
    }

    /**
     * Reads what {@link #csv} wrote.
     *
     * @param run id of the run it is from
     * @param protocol how it was judged
     * @throws ProblemException if it is something else
     */
    public static SweepResult read(String run, String protocol, String text) {
        try {
            var rows = CsvTable.read(text);
            if (rows.isEmpty() || !rows.getFirst().equals(HEADER) || rows.size() > MOST_LINES) {
                throw new IllegalArgumentException("it does not begin with the names of its columns");
            }
            return result(protocol, rows.subList(1, rows.size()));
        } catch (IllegalArgumentException other) {
            throw new ProblemException(SweepProblem.DAMAGED_TABLE, run, Objects.toString(other.getMessage(), "?"))
                    .causedBy(other);
        }
    }

    private static SweepResult result(String protocol, List<List<String>> rows) {
        var scores = new LinkedHashMap<SweepCell, List<Double>>();
        var why = new LinkedHashMap<SweepCell, String>();
        var seeds = new TreeMap<Long, Long>();
        var teachers = new LinkedHashMap<LabelShare, Double>();
        for (List<String> row : rows) {
            if (row.size() != HEADER.size()) {
                throw new IllegalArgumentException("a line has " + row.size() + " columns");
            }
            var cell = new SweepCell(
                    Integer.parseInt(row.get(0)),
                    LabelShare.parse(row.get(1)),
                    SweepSource.parse(row.get(2)),
                    new DistillationSettings(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4))));
            seeds.putIfAbsent(Long.parseLong(row.get(5)), (long) seeds.size());
            var mcc = scores.computeIfAbsent(cell, _ -> new ArrayList<>());
            if (!row.get(6).isEmpty()) {
                mcc.add(Double.parseDouble(row.get(6)));
            }
            if (!row.get(7).isEmpty()) {
                teachers.put(cell.share(), Double.parseDouble(row.get(7)));
            }
            why.put(cell, CsvTable.unguarded(row.get(8)));
        }
        var order = new ArrayList<>(seeds.keySet());
        order.sort((a, b) -> Long.compare(seeds.getOrDefault(a, 0L), seeds.getOrDefault(b, 0L)));
        var outcomes = new ArrayList<SweepOutcome>();
        scores.forEach((cell, mcc) -> outcomes.add(new SweepOutcome(cell, mcc, why.getOrDefault(cell, ""))));
        return new SweepResult(protocol, order, outcomes, teachers);
    }

    /** Names of the columns of {@link #rows}. */
    public static List<String> columns(SweepResult result) {
        var columns = new ArrayList<>(
                List.of("H", "labelled", "source", "T", "alpha", "mean MCC", "spread", "gain", "its spread"));
        result.seeds().forEach(seed -> columns.add("seed " + seed));
        columns.add("teacher");
        if (hasReasons(result)) {
            columns.add("why not");
        }
        return columns;
    }

    private static boolean hasReasons(SweepResult result) {
        return result.outcomes().stream().anyMatch(outcome -> !outcome.why().isEmpty());
    }

    /**
     * One row per cell: size, animals, source, T, alpha, mean, spread, difference and its spread, each seed, teacher, and
     * why a cell makes no sense if there are such cells.
     */
    public static List<List<String>> rows(SweepResult result) {
        return result.outcomes().stream().map(outcome -> row(result, outcome)).toList();
    }

    private static List<String> row(SweepResult result, SweepOutcome outcome) {
        var cell = outcome.cell();
        boolean soft = cell.source().isSoft();
        var row = new ArrayList<>(List.of(
                String.valueOf(cell.hidden()),
                cell.share().text(),
                cell.source().words(),
                soft ? SweepCell.number(cell.distillation().temperature()) : "",
                soft ? SweepCell.number(cell.distillation().alpha()) : ""));
        row.add(outcome.spread().map(spread -> four(spread.mean())).orElse(""));
        row.add(outcome.spread()
                .filter(_ -> result.seeds().size() > 1)
                .map(s -> four(s.spread()))
                .orElse(""));
        var gain = result.gain(outcome);
        row.add(gain.map(spread -> String.format(Locale.ROOT, "%+.4f", spread.mean()))
                .orElse(""));
        row.add(gain.filter(_ -> result.seeds().size() > 1)
                .map(s -> four(s.spread()))
                .orElse(""));
        for (int i = 0; i < result.seeds().size(); i++) {
            row.add(outcome.mcc().isEmpty() ? "" : four(outcome.mcc().get(i)));
        }
        var teacher = result.teachers().get(cell.share());
        row.add(teacher == null ? "" : four(teacher));
        if (hasReasons(result)) {
            row.add(outcome.why());
        }
        return row;
    }

    /** For JSON: one entry per cell. */
    public static List<Map<String, Object>> document(SweepResult result) {
        var entries = new ArrayList<Map<String, Object>>();
        for (SweepOutcome outcome : result.outcomes()) {
            var cell = outcome.cell();
            var entry = new LinkedHashMap<String, Object>();
            entry.put("hidden", cell.hidden());
            entry.put("labelledAnimals", cell.share().text());
            entry.put("source", cell.source().text());
            if (cell.source().isSoft()) {
                entry.put("temperature", cell.distillation().temperature());
                entry.put("alpha", cell.distillation().alpha());
            }
            outcome.spread().ifPresentOrElse(spread -> put(entry, spread), () -> entry.put("whyNot", outcome.why()));
            result.gain(outcome).ifPresent(gain -> {
                entry.put("gain", gain.mean());
                entry.put("gainSpread", gain.spread());
            });
            var teacher = result.teachers().get(cell.share());
            if (teacher != null) {
                entry.put("teacherMcc", teacher);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static void put(Map<String, Object> entry, SeedSpread spread) {
        entry.put("mcc", spread.values());
        entry.put("mean", spread.mean());
        entry.put("spread", spread.spread());
    }

    static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
