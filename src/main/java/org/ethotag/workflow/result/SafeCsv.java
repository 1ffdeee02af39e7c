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

    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};
    /** Times a million it still has all its digits. */
    private static final double LARGEST = 1e9;

    /** Rows that are kept as lists before they become text: a table of bins has more than a million. */
    private static final int MOST_ROWS = 4096;

    private final StringBuilder written = new StringBuilder();
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

    /**
     * Adds a number to the row, empty if it is none.
     *
     * @param decimals 0 to 6
     */
    public SafeCsv number(double number, int decimals) {
        row.add(Double.isNaN(number) ? "" : fixed(number, decimals));
        return this;
    }

    /** As {@code String.format} does it, a hundred times faster: tables of bins have millions of numbers. */
    private static String fixed(double number, int decimals) {
        if (!(Math.abs(number) < LARGEST) || decimals == 0) {
            return String.format(Locale.ROOT, "%." + decimals + "f", number);
        }
        long power = POWERS[decimals];
        long scaled = Math.round(Math.abs(number) * power);
        var fraction = Long.toString(scaled % power);
        return (number < 0 && scaled > 0 ? "-" : "")
                + scaled / power
                + "."
                + "0".repeat(decimals - fraction.length())
                + fraction;
    }

    /** Ends the row. */
    public SafeCsv end() {
        rows.add(row);
        row = new ArrayList<>(row.size());
        if (rows.size() == MOST_ROWS) {
            flush();
        }
        return this;
    }

    /** The whole text, one line per row. */
    public String text() {
        flush();
        return written.toString();
    }

    private void flush() {
        written.append(CsvTable.write(rows));
        rows.clear();
    }
}
