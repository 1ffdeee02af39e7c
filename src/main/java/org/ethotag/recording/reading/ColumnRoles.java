package org.ethotag.recording.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * Which column is what, counted from 0; -1 for none.
 *
 * @param date day of a time that stands in a column of its own
 * @param guessed whether x, y and z were guessed
 */
record ColumnRoles(int date, int time, int x, int y, int z, int label, boolean guessed) {
    static final int NONE = -1;

    private static final Set<String> KEYS = Set.of("t", "x", "y", "z", "label");
    private static final Set<String> LABELS =
            Set.of("label", "labels", "behaviour", "behavior", "activity", "class", "behaviourlabel");
    private static final Pattern DAY = Pattern.compile("\\d[-/.]\\d+[-/.]\\d");
    private static final Set<String> TIMES = Set.of("t", "date", "datetime", "utc", "clock", "zeit", "epoch");

    /** The highest column that every row must have. */
    int needed() {
        return Math.max(Math.max(date, time), Math.max(x, Math.max(y, z)));
    }

    /** @throws ProblemException if the option is wrong, or nothing or too much fits where it says nothing */
    static ColumnRoles of(Path file, CsvLayout layout, String option) {
        var named = parse(option);
        boolean guess = !(named.containsKey("x") || named.containsKey("y") || named.containsKey("z"));
        int[] axes = guess ? guessAxes(file, layout) : new int[] {NONE, NONE, NONE};
        for (int axis = 0; axis < axes.length && !guess; axis++) {
            var name = named.get(String.valueOf("xyz".charAt(axis)));
            if (name == null) {
                throw new ProblemException(RecordingProblem.BAD_COLUMNS_OPTION, option);
            }
            axes[axis] = find(file, layout, name);
        }
        int[] time = named.containsKey("t") ? namedTime(file, layout, named.get("t")) : guessTime(layout, axes);
        int label = named.containsKey("label")
                ? find(file, layout, named.get("label"))
                : guess ? first(layout, ColumnRoles::isLabel) : NONE;
        return new ColumnRoles(time[0], time[1], axes[0], axes[1], axes[2], label, guess);
    }

    /** The text of a row's time, with its day in front if that has a column of its own. */
    String stamp(List<String> row) {
        return date == NONE ? row.get(time) : row.get(date) + ' ' + row.get(time);
    }

    /** The roles as an import can be told them; columns whose names could be misread are told by their numbers. */
    String option(CsvLayout layout) {
        var parts = new ArrayList<String>();
        var stamp = time == NONE ? "none" : told(layout, time);
        parts.add("t=" + (date == NONE ? stamp : told(layout, date) + "+" + stamp));
        parts.add("x=" + told(layout, x));
        parts.add("y=" + told(layout, y));
        parts.add("z=" + told(layout, z));
        if (label != NONE) {
            parts.add("label=" + told(layout, label));
        }
        return String.join(",", parts);
    }

    private static String told(CsvLayout layout, int column) {
        var name = name(layout, column);
        boolean clear = name.equals(name.strip())
                && name.chars().noneMatch(c -> c == ',' || c == '+' || c == '=')
                && !name.matches("\\d*")
                && !name.equalsIgnoreCase("none")
                && layout.header().indexOf(name) == column;
        return clear ? name : String.valueOf(column + 1);
    }

    /** The roles with the names of their columns, for people. */
    String describe(CsvLayout layout) {
        var parts = new ArrayList<String>();
        int[] columns = {date, time, x, y, z, label};
        String[] keys = {"date", "t", "x", "y", "z", "label"};
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != NONE) {
                parts.add(keys[i] + "=" + name(layout, columns[i]));
            }
        }
        return String.join(",", parts);
    }

    static String name(CsvLayout layout, int column) {
        return column < layout.header().size() ? layout.header().get(column) : String.valueOf(column + 1);
    }

    private static Map<String, String> parse(String option) {
        var named = new HashMap<String, String>();
        for (var part : option.isBlank() ? new String[0] : option.split(",")) {
            int equals = part.indexOf('=');
            var key = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            var value = part.substring(equals + 1).strip();
            if (!KEYS.contains(key) || value.isEmpty() || named.put(key, value) != null) {
                throw new ProblemException(RecordingProblem.BAD_COLUMNS_OPTION, option);
            }
        }
        return named;
    }

    private static int find(Path file, CsvLayout layout, String name) {
        if (name.equalsIgnoreCase("none")) {
            return NONE;
        }
        for (int column = 0; column < layout.header().size(); column++) {
            if (layout.header().get(column).equals(name)) {
                return column;
            }
        }
        for (int column = 0; column < layout.header().size(); column++) {
            if (layout.header().get(column).equalsIgnoreCase(name)) {
                return column;
            }
        }
        int widest = Math.max(layout.columns(), layout.header().size());
        if (name.matches("\\d{1,4}") && Integer.parseInt(name) >= 1 && Integer.parseInt(name) <= widest) {
            return Integer.parseInt(name) - 1;
        }
        throw new ProblemException(RecordingProblem.NO_SUCH_COLUMN, file, name, layout.names());
    }

    private static int[] guessAxes(Path file, CsvLayout layout) {
        if (layout.header().isEmpty()) {
            return switch (layout.columns()) {
                case 3 -> new int[] {0, 1, 2};
                case 4 -> new int[] {1, 2, 3};
                default -> throw new ProblemException(RecordingProblem.AMBIGUOUS_COLUMNS, file, layout.names());
            };
        }
        var plain = layout.header().stream().map(ColumnRoles::plain).toList();
        int best = 0;
        var found = new ArrayList<int[]>();
        for (int column = 0; column < plain.size(); column++) {
            for (int[] axes : axesFrom(plain, column)) {
                int score = score(plain.get(column));
                if (score > best) {
                    found.clear();
                    best = score;
                }
                if (score == best && score > 0) {
                    found.add(axes);
                }
            }
        }
        if (found.size() != 1) {
            throw new ProblemException(RecordingProblem.AMBIGUOUS_COLUMNS, file, layout.names());
        }
        return found.getFirst();
    }

    /** The sets of three names that differ only in x, y, z at one place. */
    private static List<int[]> axesFrom(List<String> names, int column) {
        var sets = new ArrayList<int[]>();
        var name = names.get(column);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == 'x') {
                int y = names.indexOf(name.substring(0, i) + 'y' + name.substring(i + 1));
                int z = names.indexOf(name.substring(0, i) + 'z' + name.substring(i + 1));
                if (y >= 0 && z >= 0) {
                    sets.add(new int[] {column, y, z});
                }
            }
        }
        return sets;
    }

    /** How much a name sounds like acceleration along x. */
    private static int score(String name) {
        if (name.contains("gyr") || name.contains("mag") || name.contains("rot") || name.contains("quat")) {
            return 0;
        }
        if (name.contains("acc") || name.equals("x") || name.equals("xaxis")) {
            return 3;
        }
        return name.endsWith("ax") || name.equals("xg") || name.equals("xms2") ? 2 : name.endsWith("gx") ? 0 : 1;
    }

    /** Date and time of {@code TIME} or {@code DATE+TIME}. */
    private static int[] namedTime(Path file, CsvLayout layout, String name) {
        int plus = name.indexOf('+');
        boolean oneColumn = plus <= 0 || layout.header().contains(name);
        return oneColumn
                ? new int[] {NONE, find(file, layout, name)}
                : new int[] {
                    find(file, layout, name.substring(0, plus).strip()),
                    find(file, layout, name.substring(plus + 1).strip())
                };
    }

    private static int[] guessTime(CsvLayout layout, int[] axes) {
        if (layout.header().isEmpty()) {
            boolean first = layout.columns() == 4 && axes[0] == 1 && axes[1] == 2 && axes[2] == 3;
            return new int[] {NONE, first ? 0 : NONE};
        }
        int time = first(layout, ColumnRoles::isTime);
        int date = first(layout, "date"::equals);
        int hours = first(layout, name -> name.startsWith("time"));
        var row = layout.rows().getFirst();
        boolean apart = date != NONE
                && hours != NONE
                && Math.max(date, hours) < row.size()
                && row.get(date).indexOf(':') < 0
                && row.get(hours).indexOf(':') >= 0
                && !DAY.matcher(row.get(hours)).find();
        return apart ? new int[] {date, hours} : new int[] {NONE, time};
    }

    private static boolean isTime(String plain) {
        return TIMES.contains(plain)
                || plain.startsWith("time")
                || plain.endsWith("time")
                || plain.endsWith("timestamp")
                || plain.startsWith("datetime");
    }

    private static boolean isLabel(String plain) {
        return LABELS.contains(plain);
    }

    private static int first(CsvLayout layout, Predicate<String> fits) {
        for (int column = 0; column < layout.header().size(); column++) {
            if (fits.test(plain(layout.header().get(column)))) {
                return column;
            }
        }
        return NONE;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
