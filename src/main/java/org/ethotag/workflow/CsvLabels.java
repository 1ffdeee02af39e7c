package org.ethotag.workflow;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;

/** One row for each bout: its samples, its real times with the offset of that moment, its behaviour. */
record CsvLabels(SessionTime time) implements LabelCodec {
    private static final List<String> HEADER = List.of("from", "to", "start", "end", "behaviour");

    @Override
    public void write(List<Bout> bouts, Appendable out) throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (Bout bout : bouts) {
            rows.add(List.of(
                    String.valueOf(bout.range().from()),
                    String.valueOf(bout.range().to()),
                    time.text(time.startOf(bout.range().from())),
                    time.text(time.endOf(bout.range().to())),
                    bout.behaviour()));
        }
        out.append(CsvTable.write(rows));
    }

    @Override
    public List<Bout> read(String text, String file) {
        List<List<String>> rows;
        try {
            rows = CsvTable.read(text);
        } catch (IllegalArgumentException failure) {
            throw new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, 1, failure).causedBy(failure);
        }
        if (rows.isEmpty() || !rows.getFirst().equals(HEADER)) {
            throw new ProblemException(
                    WorkflowProblem.LABELS_UNREADABLE, file, 1, "the header is not " + String.join(",", HEADER));
        }
        var bouts = new ArrayList<Bout>();
        for (int i = 1; i < rows.size(); i++) {
            try {
                bouts.add(new Bout(range(rows.get(i)), rows.get(i).getLast().strip()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException failure) {
                throw new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, i + 1, failure).causedBy(failure);
            }
        }
        return bouts;
    }

    /** Samples where they are given, else times. */
    private SampleRange range(List<String> row) {
        return row.get(0).isBlank()
                ? new SampleRange(time.startAt(moment(row.get(2))), time.endAt(moment(row.get(3))))
                : new SampleRange(
                        Long.parseLong(row.get(0).strip()),
                        Long.parseLong(row.get(1).strip()));
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text.strip()).toInstant();
    }
}
