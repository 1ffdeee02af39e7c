package org.ethotag.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.ethotag.dataset.Dataset;
import org.ethotag.project.Project;
import org.ethotag.recording.CsvTable;
import org.ethotag.recording.Session;

/**
 * The windows of a study as a table for statistics programs: one row for each, with its place, its real time with the
 * offset of that moment, its class, and mean and standard deviation (n - 1) of each axis in g.
 */
public final class WindowTable {
    private static final List<String> HEADER = List.of(
            "session", "animal", "from", "to", "start", "end", "class", //
            "meanX", "meanY", "meanZ", "sdX", "sdY", "sdZ");

    private WindowTable() {}

    /** Writes the windows in their order. */
    public static void write(Project project, Dataset dataset, Appendable out) throws IOException {
        out.append(CsvTable.forPeople(List.of(HEADER)));
        var times = new HashMap<String, SessionTime>();
        for (int i = 0; i < dataset.size(); i++) {
            var window = dataset.windows().get(i);
            var time = times.computeIfAbsent(window.session(), id -> time(project, id));
            var row = new ArrayList<>(List.of(
                    window.session(),
                    window.animal(),
                    String.valueOf(window.range().from()),
                    String.valueOf(window.range().to()),
                    time.text(time.startOf(window.range().from())),
                    time.text(time.endOf(window.range().to())),
                    dataset.classes().get(window.label())));
            moments(dataset.valuesG(i), row);
            out.append(CsvTable.forPeople(List.of(row)));
        }
    }

    private static SessionTime time(Project project, String id) {
        Session session = project.sessions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a window of the unknown session " + id));
        try (var recording = project.recordings().open(id)) {
            return new SessionTime(id, recording.clock(), session.zone(), session.lengthSamples());
        }
    }

    /** @param values axis after axis, in g */
    private static void moments(float[] values, List<String> row) {
        int length = values.length / 3;
        var deviations = new ArrayList<String>();
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += values[axis * length + i];
            }
            double mean = sum / length;
            double squares = 0;
            for (int i = 0; i < length; i++) {
                squares += Math.pow(values[axis * length + i] - mean, 2);
            }
            row.add(number(mean));
            deviations.add(number(Math.sqrt(squares / Math.max(1, length - 1))));
        }
        row.addAll(deviations);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
