package org.ethotag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table in plain text: columns of numbers to the right, others to the left, two blanks between. */
final class TextTable {
    private static final Pattern NUMBER = Pattern.compile("|NaN|-?Infinity|-?[0-9][0-9,.]*(e-?[0-9]+)?( %)?");

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    TextTable row(String... cells) {
        return row(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        boolean[] numeric = numericColumns(widths.length);
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var blanks = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? "" : "  ")
                        .append(numeric[column] ? blanks + row.get(column) : row.get(column) + blanks);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private boolean[] numericColumns(int columns) {
        boolean[] numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int index = column;
            numeric[column] = rows.stream()
                    .skip(1)
                    .allMatch(row -> NUMBER.matcher(row.get(index)).matches());
        }
        return numeric;
    }
}
