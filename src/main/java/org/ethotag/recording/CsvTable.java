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

/** Small tables as comma-separated text (RFC 4180), for what the program writes and reads back itself. */
public final class CsvTable {
    private CsvTable() {}

    /** The text of a table, one line per row. */
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
