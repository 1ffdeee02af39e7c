package org.ethotag.recording.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a text is cut into rows and columns, guessed from its first lines where it was not said.
 *
 * @param delimiter between columns
 * @param mark between units and decimals
 * @param skipLines lines before the first row of numbers, the header included
 * @param skippedLines how many of them are neither header nor empty
 * @param header names of the columns, empty if there is none
 * @param columns columns of most rows, without an empty last one
 * @param rows the first rows of numbers, cut
 */
record CsvLayout(
        char delimiter,
        char mark,
        int skipLines,
        int skippedLines,
        List<String> header,
        int columns,
        List<List<String>> rows) {
    /** What starts a line that is only for people. */
    static final char COMMENT = '#';
    /** What some loggers write at the end of a line, whatever the delimiter. */
    static final char LINE_END = ';';

    private static final char[] DELIMITERS = {'\t', ';', '|', ',', ' '};

    CsvLayout {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * @param lines the first lines of the file
     * @param delimiter known delimiter, or 0
     * @param mark known decimal mark, or 0
     */
    static CsvLayout of(List<String> lines, char delimiter, char mark) {
        char cut = delimiter == 0 ? guessDelimiter(lines) : delimiter;
        int columns = usualColumns(lines, cut);
        int first = 0;
        while (first < lines.size()
                && (isRemark(lines.get(first)) || !widths(lines.get(first), cut).startsTable(columns))) {
            first++;
        }
        char point = mark == 0 ? guessMark(lines.subList(first, lines.size()), cut) : mark;
        List<String> header = List.of();
        int data = first;
        if (first < lines.size() && !hasNumber(split(lines.get(first), cut), point)) {
            header = split(lines.get(first), cut);
            data = first + 1;
        }
        while (data < lines.size() && (isRemark(lines.get(data)) || isWords(lines.get(data), cut, point))) {
            data++; // units under the names, empty lines, comments
        }
        var rows = lines.subList(data, lines.size()).stream()
                .filter(line -> !isRemark(line))
                .map(line -> split(line, cut))
                .toList();
        int skipped = (int) lines.subList(0, data).stream()
                        .filter(line -> !line.isBlank())
                        .count()
                - (header.isEmpty() ? 0 : 1);
        return new CsvLayout(cut, point, data, skipped, header, columns, rows);
    }

    /** The names of the columns, or their numbers if they have none, as a list for people. */
    String names() {
        if (!header.isEmpty()) {
            return String.join(", ", header);
        }
        return columns == 1 ? "1" : "1 to " + columns;
    }

    private static boolean isRemark(String line) {
        return line.isBlank() || line.charAt(0) == COMMENT;
    }

    private static boolean isWords(String line, char delimiter, char mark) {
        var fields = split(line, delimiter);
        return fields.stream().allMatch(field -> field.isEmpty() || !isNumeric(field, mark))
                && fields.stream().anyMatch(field -> !field.isEmpty())
                && fields.stream().noneMatch(field -> field.chars().anyMatch(Character::isDigit) && field.length() > 5);
    }

    private static boolean hasNumber(List<String> fields, char mark) {
        return fields.stream().anyMatch(field -> isNumeric(field, mark) || isTime(field));
    }

    private static boolean isTime(String field) {
        return !field.isEmpty() && Character.isDigit(field.charAt(0)) && field.indexOf(':') > 0;
    }

    private static boolean isNumeric(String field, char mark) {
        return new Decimal(mark).read(field.toCharArray(), 0, field.length()) == Decimal.Kind.NUMBER;
    }

    /** The delimiter that cuts most lines into the same number of at least two columns; the earlier one if equal. */
    private static char guessDelimiter(List<String> lines) {
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS) {
            int columns = usualColumns(lines, candidate);
            long agreeing = columns < 2
                    ? 0
                    : lines.stream()
                            .filter(line -> widths(line, candidate).contains(columns))
                            .count();
            if (agreeing > most) {
                most = agreeing;
                best = candidate;
            }
        }
        return best;
    }

    private static char guessMark(List<String> lines, char delimiter) {
        if (delimiter == ',') {
            return '.';
        }
        long commas = 0;
        long points = 0;
        for (var line : lines) {
            for (var field : split(line, delimiter)) {
                commas += field.matches("[+-]?\\d*,\\d+") ? 1 : 0;
                points += field.matches("[+-]?\\d*\\.\\d+") ? 1 : 0;
            }
        }
        return commas > points ? ',' : '.';
    }

    private static int usualColumns(List<String> lines, char delimiter) {
        var all = new HashMap<Widths, Integer>();
        for (var line : lines) {
            if (!isRemark(line)) {
                all.merge(widths(line, delimiter), 1, Integer::sum);
            }
        }
        return all.keySet().stream()
                .flatMap(widths -> Stream.of(widths.filled(), widths.all()))
                .distinct()
                .max(Comparator.<Integer>comparingInt(columns -> count(all, widths -> widths.contains(columns)))
                        .thenComparingInt(columns -> count(all, widths -> widths.filled() == columns))
                        .thenComparingInt(columns -> columns))
                .orElse(0);
    }

    private static int count(Map<Widths, Integer> all, Predicate<Widths> chosen) {
        return all.entrySet().stream()
                .filter(entry -> chosen.test(entry.getKey()))
                .mapToInt(entry -> entry.getValue())
                .sum();
    }

    /**
     * How many columns a line may have: empty ones at its end are a delimiter too many, or columns without a value.
     *
     * @param filled without the empty ones at its end
     * @param all with them
     */
    private record Widths(int filled, int all) {
        boolean contains(int columns) {
            return filled <= columns && columns <= all;
        }

        /** A table begins with names, or with a row whose last value, a label, may be missing; not with a padded title. */
        boolean startsTable(int columns) {
            return contains(columns) && filled >= columns - 1;
        }
    }

    private static Widths widths(String line, char delimiter) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == delimiter) {
            end--;
        }
        int filled = 1;
        boolean quoted = false;
        for (int i = 0; i < end; i++) {
            quoted ^= line.charAt(i) == '"';
            filled += !quoted && line.charAt(i) == delimiter ? 1 : 0;
        }
        return new Widths(filled, filled + line.length() - end);
    }

    private static List<String> split(String line, char delimiter) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        while (fields.size() > 1 && fields.getLast().isEmpty()) {
            fields.removeLast();
        }
        var last = fields.removeLast();
        fields.add(last.endsWith(String.valueOf(LINE_END)) ? last.substring(0, last.length() - 1) : last);
        return fields;
    }
}
