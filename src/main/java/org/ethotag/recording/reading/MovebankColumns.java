package org.ethotag.recording.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the columns of a Movebank table of acceleration bursts are, by the names of its attribute dictionary; each may also
 * be written with underscores or dots, as its interfaces and R do.
 *
 * @param values all samples of a burst in one cell, axis by axis within a sample
 * @param raw whether values are a tag's counts
 * @param individual id of the animal, -1 if there is no such column
 */
record MovebankColumns(int values, int axes, int rate, int time, int individual, boolean raw) {
    private static final String EOBS = "eobs-";

    /** The columns of a file whose first line has the names; nothing if it is no such table. */
    static Optional<MovebankColumns> of(byte[] start) {
        int end = 0;
        while (end < start.length && start[end] != '\n' && start[end] != '\r') {
            end++;
        }
        var line = new String(start, 0, end, StandardCharsets.UTF_8);
        if (!line.toLowerCase(Locale.ROOT).contains("accelerations")) {
            return Optional.empty();
        }
        var names = List.of(line.replace("\uFEFF", "").split(",", -1)).stream()
                .map(name ->
                        name.replace("\"", "").strip().toLowerCase(Locale.ROOT).replaceAll("[:._ ]", "-"))
                .toList();
        return of(names, EOBS, "accelerations-raw")
                .or(() -> of(names, "", "accelerations-raw"))
                .or(() -> of(names, "", "accelerations"));
    }

    private static Optional<MovebankColumns> of(List<String> names, String prefix, String values) {
        int startTime = names.indexOf(EOBS + "start-timestamp");
        boolean exact = !prefix.isEmpty() && startTime >= 0;
        var columns = new MovebankColumns(
                names.indexOf(prefix + values),
                names.indexOf(prefix + "acceleration-axes"),
                names.indexOf(prefix + "acceleration-sampling-frequency-per-axis"),
                exact ? startTime : names.indexOf("timestamp"),
                names.indexOf("individual-local-identifier"),
                values.endsWith("-raw"));
        boolean all = columns.values >= 0 && columns.axes >= 0 && columns.rate >= 0 && columns.time >= 0;
        return all ? Optional.of(columns) : Optional.empty();
    }

    /** Index of the last column that is needed. */
    int last() {
        return Math.max(Math.max(values, axes), Math.max(Math.max(rate, time), individual));
    }
}
