package org.ethotag.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;

/** Lines {@code key=value} in UTF-8: how a fold's settings and manifest are kept, readable in any editor. */
final class KeyedLines {
    /** Far more than any fold needs; larger files are not read. */
    private static final long MOST_BYTES = 1 << 20;

    private final String file;
    private final Map<String, String> values;

    private KeyedLines(String file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Lines that are known already. */
    static KeyedLines of(String file, Map<String, String> values) {
        return new KeyedLines(file, new LinkedHashMap<>(values));
    }

    /** @throws ProblemException if the file cannot be read or a line has no equals sign */
    static KeyedLines read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ProblemException(TrainingProblem.FOLD_DAMAGED, file, 1, "it is too large");
            }
            return parse(file.toString(), SmallFile.text(file, MOST_BYTES));
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNREADABLE, file, failure).causedBy(failure);
        }
    }

    static KeyedLines parse(String file, String text) {
        var values = new LinkedHashMap<String, String>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int equals = lines.get(i).indexOf('=');
            if (equals < 1) {
                throw new ProblemException(TrainingProblem.FOLD_DAMAGED, file, i + 1, "there is no key");
            }
            values.put(lines.get(i).substring(0, equals), lines.get(i).substring(equals + 1));
        }
        return new KeyedLines(file, values);
    }

    /** The values as lines, in their order. */
    static String text(Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }

    /** @throws ProblemException if the disk is in the way */
    static void write(Map<String, String> values, Path file) {
        try {
            Files.write(file, text(values).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, file, failure).causedBy(failure);
        }
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw damaged(key + " is missing");
        }
        return value;
    }

    int whole(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException notWhole) {
            throw damaged(key + " is not a whole number").causedBy(notWhole);
        }
    }

    long longWhole(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException notWhole) {
            throw damaged(key + " is not a whole number").causedBy(notWhole);
        }
    }

    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException notNumber) {
            throw damaged(key + " is not a number").causedBy(notNumber);
        }
    }

    boolean yes(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw damaged(key + " is neither true nor false");
        };
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String key) {
        try {
            return Enum.valueOf(type, text(key));
        } catch (IllegalArgumentException unknown) {
            throw damaged(key + " is not one of the known values").causedBy(unknown);
        }
    }

    /** The problem that some key does not fit. */
    ProblemException damaged(String what) {
        return new ProblemException(TrainingProblem.FOLD_DAMAGED, file, 1, what);
    }
}
