package org.ethotag.recording;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Small tables as comma-separated text (RFC 4180). */
public final class CsvTable {
    /** What makes a spreadsheet program compute a cell (OWASP, "CSV injection"). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private CsvTable() {}

    /**
     * The text of a table for people, who open it in a spreadsheet program: a cell that such a program would compute gets
     * an apostrophe before it and stays text; numbers stay numbers.
     */
    public static String forPeople(List<List<String>> rows) {
        return write(rows.stream()
                .map(row -> row.stream()
                        .map(cell -> NUMBER.matcher(cell).matches() ? cell : guarded(cell))
                        .toList())
                .toList());
    }

    /** A text that no spreadsheet program computes, from which {@link #unguarded} makes the text again. */
    public static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** What {@link #guarded} was made of. */
    public static String unguarded(String text) {
        return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
    }

    /** Whether a spreadsheet program would compute it, or would if one of the apostrophes before it were gone. */
    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }

    /** The text of a table that the program reads back itself, one line per row. */
    public static String write(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return text.toString();
    }

    /**
     * The rows of a text; empty lines are left out.
     *
     * @throws IllegalArgumentException if it is not comma-separated text
     */
    public static List<List<String>> read(String text) {
        var rows = new ArrayList<List<String>>();
        try {
            CsvReader.builder().ofCsvRecord(text).forEach(record -> rows.add(List.copyOf(record.getFields())));
        } catch (CsvParseException failure) {
            throw new IllegalArgumentException("not comma-separated text: " + failure.getMessage(), failure);
        }
        return rows;
    }
}
