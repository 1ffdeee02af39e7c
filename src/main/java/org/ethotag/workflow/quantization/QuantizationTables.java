package org.ethotag.workflow.quantization;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.RowBound;
import org.ethotag.quantization.report.EdgeReport;
import org.ethotag.quantization.report.ErrorSummary;
import org.ethotag.quantization.report.Histogram;
import org.ethotag.quantization.report.Suspect;
import org.ethotag.recording.CsvTable;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.quantization.QuantizationTrial.JudgedWindow;

/** A trial and the look inside it as tables for other programs. */
public final class QuantizationTables {
    private QuantizationTables() {}

    /** File name to comma-separated text, each with a header line. */
    public static Map<String, String> of(
            QuantizationBench bench, QuantizationTrial trial, QuantizationFindings findings) {
        var files = new LinkedHashMap<String, String>();
        files.put("edges.csv", edges(findings));
        files.put("steps.csv", steps(findings));
        files.put("histograms.csv", histograms(findings));
        files.put("rows.csv", rows(findings));
        files.put("suspects.csv", suspects(findings));
        files.put("windows.csv", windows(bench, trial, findings));
        return files;
    }

    /**
     * Writes tables and pictures into a folder, which is made if there is none; files of the same names are replaced.
     *
     * @throws ProblemException if the folder cannot be written
     */
    public static void write(Path folder, Map<String, String> tables, Map<String, byte[]> pictures) {
        try {
            Files.createDirectories(folder);
            for (var table : tables.entrySet()) {
                Files.writeString(folder.resolve(table.getKey()), table.getValue(), StandardCharsets.UTF_8);
            }
            for (var picture : pictures.entrySet()) {
                Files.write(folder.resolve(picture.getKey()), picture.getValue());
            }
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, folder, failure).causedBy(failure);
        }
    }

    private static String edges(QuantizationFindings findings) {
        var rows = header("edge", "bits", "fraction bits");
        for (EdgeReport edge : findings.report().edges()) {
            var cells = new ArrayList<>(List.of(
                    edge.edge().name().title(),
                    String.valueOf(edge.edge().format().bits()),
                    String.valueOf(edge.edge().format().fractionBits())));
            cells.addAll(cells(edge, edge.all()));
            rows.add(cells);
        }
        return CsvTable.forPeople(rows);
    }

    private static String steps(QuantizationFindings findings) {
        var rows = header("edge", "step");
        for (EdgeReport edge : findings.report().edges()) {
            for (int step = 0; step < edge.steps().size(); step++) {
                var cells = new ArrayList<>(List.of(edge.edge().name().title(), String.valueOf(step)));
                cells.addAll(cells(edge, edge.steps().get(step)));
                rows.add(cells);
            }
        }
        return CsvTable.forPeople(rows);
    }

    private static List<List<String>> header(String... first) {
        var header = new ArrayList<>(List.of(first));
        header.addAll(List.of(
                "values",
                "lowest",
                "highest",
                "range used",
                "saturations",
                "SQNR dB",
                "mean error",
                "largest error",
                "bits enough"));
        var rows = new ArrayList<List<String>>();
        rows.add(header);
        return rows;
    }

    private static List<String> cells(EdgeReport edge, ErrorSummary errors) {
        return List.of(
                String.valueOf(errors.values()),
                String.valueOf(errors.lowestSeen()),
                String.valueOf(errors.highestSeen()),
                String.valueOf(errors.rangeUsed(edge.edge())),
                String.valueOf(errors.saturations()),
                String.valueOf(errors.sqnrDb()),
                String.valueOf(errors.meanError()),
                String.valueOf(errors.largestError()),
                String.valueOf(errors.bitsSufficient(edge.edge().format())));
    }

    private static String histograms(QuantizationFindings findings) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("edge", "from", "to", "float", "fixed"));
        for (EdgeReport edge : findings.report().edges()) {
            Histogram histogram = edge.all().histogram();
            for (int bin = histogram.first(); bin < histogram.last(); bin++) {
                rows.add(List.of(
                        edge.edge().name().title(),
                        String.valueOf(histogram.from(bin)),
                        String.valueOf(histogram.from(bin + 1)),
                        String.valueOf(histogram.exact(bin)),
                        String.valueOf(histogram.fixed(bin))));
            }
        }
        return CsvTable.forPeople(rows);
    }

    private static String rows(QuantizationFindings findings) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("sum", "row", "cannot exceed", "share of 2^31"));
        for (RowBound bound : findings.report().bounds()) {
            rows.add(List.of(
                    bound.sum().title(),
                    String.valueOf(bound.row()),
                    String.valueOf(bound.bound()),
                    String.valueOf(bound.fraction())));
        }
        return CsvTable.forPeople(rows);
    }

    private static String suspects(QuantizationFindings findings) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("edge", "suspicion", "of bound", "own SQNR dB", "reason"));
        for (Suspect suspect : findings.suspects()) {
            rows.add(List.of(
                    suspect.edge().title(),
                    suspect.suspicion().name(),
                    String.valueOf(suspect.excess()),
                    String.valueOf(suspect.ownSqnrDb()),
                    suspect.reason()));
        }
        return CsvTable.forPeople(rows);
    }

    private static String windows(QuantizationBench bench, QuantizationTrial trial, QuantizationFindings findings) {
        var classes = bench.judged().classes();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "session",
                "from",
                "to",
                "label",
                bench.other().name(),
                "float",
                "fixed",
                "float margin",
                "fixed margin",
                "confidence",
                "apart from step"));
        for (JudgedWindow window : trial.windows()) {
            Integer apart = findings.divergedAt().get(window.index());
            rows.add(List.of(
                    window.session(),
                    String.valueOf(window.range().from()),
                    String.valueOf(window.range().to()),
                    classes.get(window.truth()),
                    classes.get(window.other()),
                    classes.get(window.floatClass()),
                    classes.get(window.fixedClass()),
                    String.valueOf(window.floatMargin()),
                    String.valueOf(window.fixedMargin()),
                    String.valueOf(window.confidence()),
                    apart == null ? "" : String.valueOf(apart)));
        }
        return CsvTable.forPeople(rows);
    }
}
