package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.recording.CsvTable;

/**
 * Tables that people open in a spreadsheet. A text that a spreadsheet could take for a formula (it begins with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or the end of a line; OWASP, "CSV injection") gets an apostrophe in front; numbers are
 * written as they are. Nothing of this is read back by the program: the label formats, which are, keep every character.
 */
public final class SafeCsv {
    private static final String RISKY = "=+-@\t\r\n";

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    /** A table with a header. */
    public SafeCsv(List<String> header) {
        header.forEach(this::text);
        end();
    }

    /** Adds a text to the row. */
    public SafeCsv text(String text) {
        boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
        row.add(risky ? "'" + text : text);
        return this;
    }

    /** Adds a whole number to the row. */
    public SafeCsv number(long number) {
        row.add(Long.toString(number));
        return this;
    }

    /** Adds a number to the row, empty if it is none. */
    public SafeCsv number(double number, int decimals) {
        row.add(Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", number));
        return this;
    }

    /** Ends the row. */
    public SafeCsv end() {
        rows.add(row);
        row = new ArrayList<>();
        return this;
    }

    /** The whole text, one line per row. */
    public String text() {
        return CsvTable.write(rows);
    }
}
