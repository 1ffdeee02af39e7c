package org.ethotag.flash.rollcall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Small tables as comma-separated text (RFC 4180), safe to open in a spreadsheet program. */
public final class CsvText {
    /** What makes a spreadsheet program take a cell for a formula (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private static final String MUST_BE_QUOTED = ",;\"\r\n";

    private CsvText() {}

    /** One row. A cell that a spreadsheet program would compute gets an apostrophe before it, and stays text. */
    public static String row(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> MUST_BE_QUOTED.indexOf(c) >= 0) || !safe.equals(safe.strip());
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * The rows of a text; commas or, if the first row has more of them, semicolons. Empty lines are no rows.
     *
     * @throws IllegalArgumentException if a quote is never closed
     */
    public static List<List<String>> rows(String text) {
        String first = text.lines().findFirst().orElse("");
        char separator = count(first, ';') > count(first, ',') ? ';' : ',';
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    take(row, rows);
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quotation mark is never closed");
        }
        row.add(cell.toString().strip());
        take(row, rows);
        return rows;
    }

    private static void take(List<String> row, List<List<String>> rows) {
        if (!row.stream().allMatch(String::isEmpty)) {
            rows.add(List.copyOf(row));
        }
        row.clear();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
