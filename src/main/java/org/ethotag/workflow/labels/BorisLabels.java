package org.ethotag.workflow.labels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.WorkflowProblem;

/**
 * BORIS events (Friard, Gamba 2016, doi 10.1111/2041-210X.12584): tabular, with a row where a state starts and one where it
 * stops, or aggregated, with both in one row. Times are seconds. Written as tabular events; read in both forms, separated
 * by tabs or commas. Point events have no duration and give no bout.
 *
 * @param subject the animal; its rows are taken where a file names several subjects
 * @param offsetSeconds from the first sample to the second 0 of the events, as for a video that began later
 */
record BorisLabels(SessionTime time, String subject, double offsetSeconds) implements LabelCodec {
    private static final String HEADER =
            "Time\tMedia file path\tTotal length\tFPS\tSubject\tBehavior\tBehavioral category\tComment\tStatus\n";

    @Override
    public void write(Labelled labels, Appendable out) throws IOException {
        var start = time.startOf(0).atZone(time.zone()).toLocalDateTime();
        out.append("Observation id\t").append(cell(time.session())).append("\n\n");
        out.append("Media file(s)\n\n");
        out.append("Observation date\t")
                .append(start.toString().replace('T', ' '))
                .append("\n\n");
        out.append("Description\n\n");
        out.append(String.format(Locale.ROOT, "Time offset (s)\t%.3f%n", 0.0).replace("\r", ""))
                .append('\n');
        out.append(HEADER);
        double length = time.seconds(time.endOf(time.lengthSamples()));
        var events = new ArrayList<Event>();
        for (Bout bout : labels.bouts()) {
            var comment = labels.on(bout).map(Comment::text).orElse("");
            events.add(new Event(time.seconds(time.startOf(bout.range().from())), bout.behaviour(), comment, "START"));
            events.add(new Event(time.seconds(time.endOf(bout.range().to())), bout.behaviour(), "", "STOP"));
        }
        events.sort(Event.ORDER);
        for (Event event : events) {
            row(event, length, out);
        }
    }

    @Override
    public Labelled read(String text, String file) {
        var lines = text.replace("\uFEFF", "").lines().toList();
        int header = 0;
        while (header < lines.size() && !isHeader(cells(lines.get(header)))) {
            header++;
        }
        if (header == lines.size()) {
            throw new ProblemException(
                    WorkflowProblem.LABELS_UNREADABLE,
                    file,
                    1,
                    "no row has the titles Behavior and Time, or Start (s)");
        }
        return new Reader(cells(lines.get(header)), file).read(lines, header + 1);
    }

    /** Where a state starts or stops. */
    private record Event(double seconds, String behaviour, String comment, String status) {
        /** What stops does so before anything starts at the same time. */
        static final Comparator<Event> ORDER =
                Comparator.comparingDouble(Event::seconds).thenComparing(Event::status, Comparator.reverseOrder());
    }

    private void row(Event event, double length, Appendable out) throws IOException {
        out.append(String.format(
                Locale.ROOT,
                "%.6f\t\t%.3f\t\t%s\t%s\t\t%s\t%s\n",
                event.seconds() - offsetSeconds,
                length,
                cell(subject),
                cell(event.behaviour()),
                cell(event.comment()),
                event.status()));
    }

    private static String cell(String text) {
        return text.replaceAll("[\t\r\n]", " ");
    }

    private static boolean isHeader(List<String> cells) {
        return cells.contains("Behavior") && (cells.contains("Time") || cells.contains("Start (s)"));
    }

    private static List<String> cells(String line) {
        if (line.indexOf('\t') >= 0 || line.isBlank()) {
            return List.of(line.split("\t", -1));
        }
        try {
            return CsvTable.read(line).getFirst();
        } catch (IllegalArgumentException notATable) {
            return List.of(line);
        }
    }

    /** Turns the rows below a header into bouts. */
    private final class Reader {
        private final List<String> titles;
        private final String file;
        private final List<Bout> bouts = new ArrayList<>();
        private final List<Comment> comments = new ArrayList<>();
        private final Map<String, Start> open = new HashMap<>();

        private record Start(long sample, int line, String comment) {}

        Reader(List<String> titles, String file) {
            this.titles = titles;
            this.file = file;
        }

        Labelled read(List<String> lines, int from) {
            var subjects = new LinkedHashSet<String>();
            for (int i = from; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    subjects.add(cell(cells(lines.get(i)), "Subject"));
                }
            }
            if (subjects.size() > 1 && !subjects.contains(subject)) {
                throw new ProblemException(
                        WorkflowProblem.LABELS_OF_SEVERAL, file, String.join(", ", subjects), subject);
            }
            for (int i = from; i < lines.size(); i++) {
                var row = cells(lines.get(i));
                boolean mine = subjects.size() == 1 || cell(row, "Subject").equals(subject);
                if (!lines.get(i).isBlank() && mine) {
                    take(row, i + 1);
                }
            }
            open.forEach((behaviour, start) -> {
                throw problem(start.line(), "\"" + behaviour + "\" starts here and never stops");
            });
            return new Labelled(bouts, comments);
        }

        private void take(List<String> row, int line) {
            var behaviour = cell(row, "Behavior").strip();
            var status =
                    (cell(row, "Status") + cell(row, "Behavior type")).strip().toUpperCase(Locale.ROOT);
            if (behaviour.isEmpty()) {
                throw problem(line, "the behaviour is missing");
            }
            if (titles.contains("Start (s)")) {
                if (!status.equals("POINT")) {
                    add(behaviour, start(row, "Start (s)", line), end(row, "Stop (s)", line), line);
                }
                return;
            }
            switch (status) {
                case "POINT" -> {}
                case "START" -> {
                    if (open.put(
                                    behaviour,
                                    new Start(
                                            start(row, "Time", line),
                                            line,
                                            cell(row, "Comment").strip()))
                            != null) {
                        throw problem(line, "\"" + behaviour + "\" starts twice");
                    }
                }
                case "STOP" -> {
                    var start = open.remove(behaviour);
                    if (start == null) {
                        throw problem(line, "\"" + behaviour + "\" stops and did not start");
                    }
                    add(behaviour, start.sample(), end(row, "Time", line), line);
                    if (!start.comment().isEmpty()) {
                        comments.add(new Comment(bouts.getLast().range(), start.comment()));
                    }
                }
                default -> throw problem(line, "\"" + status + "\" is neither START, STOP nor POINT");
            }
        }

        private void add(String behaviour, long from, long to, int line) {
            if (to <= from) {
                throw problem(line, "\"" + behaviour + "\" ends before it starts");
            }
            bouts.add(new Bout(new SampleRange(from, to), behaviour));
        }

        private long start(List<String> row, String title, int line) {
            try {
                return time.startAt(time.atSeconds(number(row, title, line) + offsetSeconds));
            } catch (IllegalArgumentException before) {
                throw problem(line, String.valueOf(before.getMessage())).causedBy(before);
            }
        }

        private long end(List<String> row, String title, int line) {
            return time.endAt(time.atSeconds(number(row, title, line) + offsetSeconds));
        }

        private double number(List<String> row, String title, int line) {
            var text = cell(row, title);
            try {
                double seconds = Double.parseDouble(text.strip());
                if (Double.isFinite(seconds)) {
                    return seconds;
                }
            } catch (NumberFormatException notANumber) {
                throw problem(line, "\"" + text + "\" is no time in seconds");
            }
            throw problem(line, "\"" + text + "\" is no time in seconds");
        }

        private String cell(List<String> row, String title) {
            int at = titles.indexOf(title);
            return at >= 0 && at < row.size() ? row.get(at) : "";
        }

        private ProblemException problem(int line, String reason) {
            return new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, line, reason);
        }
    }
}
