package org.ethotag.recording.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * Everything that must be known before the first row is kept: from the settings where they say it, else guessed from the
 * first part of the file.
 */
record ImportPlan(ImportOrder order, CsvLayout layout, ColumnRoles columns, TimePlan time, AccelerationUnit unit) {
    /** Enough for a minute of rows at any usual rate. */
    private static final int PROBE_CHARACTERS = 1 << 19;

    /** @throws ProblemException if a setting is wrong, or the file cannot be understood with these settings */
    static ImportPlan of(ImportOrder order, ImportSettings settings, Findings findings) {
        var file = order.file();
        var known = settings.unit().isBlank() ? List.<AccelerationUnit>of() : List.of(unitOf(settings));
        var layout = layout(firstLines(file), settings);
        if (layout.rows().isEmpty() || layout.columns() < 3) {
            throw new ProblemException(RecordingProblem.ONLY_HEADER, file);
        }
        var columns = ColumnRoles.of(file, layout, settings.columns());
        var time = TimePlan.of(file, layout, columns, order.zone(), settings.rateHz());
        var unit = known.isEmpty() ? guessUnit(file, layout, columns, findings) : known.getFirst();
        findings.add(FindingKind.SKIPPED_LINES, layout.skippedLines());
        if (columns.guessed()) {
            findings.add(FindingKind.GUESSED_COLUMNS, 1, columns.describe(layout));
        }
        if (time.coarseNanos() > 0) {
            findings.add(FindingKind.COARSE_STAMPS, 1, time.coarseNanos() / 1e9);
        }
        return new ImportPlan(order, layout, columns, time, unit);
    }

    /** How the first lines are cut. @throws ProblemException if the delimiter is none */
    static CsvLayout layout(List<String> lines, ImportSettings settings) {
        char mark =
                settings.decimal().isBlank() ? 0 : settings.decimal().strip().charAt(0);
        return CsvLayout.of(lines, delimiter(settings.delimiter()), mark);
    }

    Path file() {
        return order.file();
    }

    private static AccelerationUnit unitOf(ImportSettings settings) {
        return AccelerationUnit.parse(settings.unit());
    }

    private static char delimiter(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.strip().toLowerCase(Locale.ROOT).equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new ProblemException(RecordingProblem.BAD_DELIMITER, text);
        }
        return text.charAt(0);
    }

    /** Whole lines from the beginning of a file, some minutes of them at least. */
    static List<String> firstLines(Path file) {
        try (var raw = new RawFile(file)) {
            var text = new char[PROBE_CHARACTERS];
            int length = 0;
            int got = 0;
            while (length < text.length && got >= 0) {
                length += got;
                got = raw.text().read(text, length, text.length - length);
            }
            var lines = Arrays.asList(new String(text, 0, length).split("\r\n|\n|\r", -1));
            boolean cut = length == text.length && lines.size() > 1;
            return cut ? lines.subList(0, lines.size() - 1) : lines;
        } catch (IOException failure) {
            throw RawFile.unreadable(file, failure);
        }
    }

    private static AccelerationUnit guessUnit(Path file, CsvLayout layout, ColumnRoles columns, Findings findings) {
        double median = medianNorm(layout, columns);
        var shown = String.format(Locale.ROOT, "%.4g", median);
        double perG = AccelerationUnit.perG(median)
                .orElseThrow(() -> new ProblemException(RecordingProblem.AMBIGUOUS_UNIT, file, shown));
        var unit = AccelerationUnit.ofPerG(perG);
        findings.add(FindingKind.GUESSED_UNIT, 1, unit.name(), shown);
        return unit;
    }

    /** Median length of the first rows' acceleration, in the file's unit; 0 if there is none. */
    static double medianNorm(CsvLayout layout, ColumnRoles columns) {
        int[] axes = {columns.x(), columns.y(), columns.z()};
        var norms = layout.rows().stream()
                .filter(row -> row.size() > columns.needed())
                .mapToDouble(row -> norm(row, axes, layout.mark()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return norms.length == 0 ? 0 : norms[norms.length / 2];
    }

    private static double norm(List<String> row, int[] axes, char mark) {
        double squares = 0;
        var decimal = new Decimal(mark);
        for (int axis : axes) {
            var text = row.get(axis);
            boolean number = decimal.read(text.toCharArray(), 0, text.length()) == Decimal.Kind.NUMBER;
            squares += number ? decimal.value() * decimal.value() : Double.NaN;
        }
        return Math.sqrt(squares);
    }
}
