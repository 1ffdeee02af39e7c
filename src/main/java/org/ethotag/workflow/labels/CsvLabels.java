package org.ethotag.workflow.labels;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.WorkflowProblem;

/**
 * One row for each bout: its samples, its real times with the offset of that moment, its behaviour, a comment on it. A
 * comment on a place, or a second one on a bout, has its own row without a behaviour. Files without the comments' column,
 * as they were before it, are read too.
 */
record CsvLabels(SessionTime time) implements LabelCodec {
    private static final List<String> FORMER_HEADER = List.of("from", "to", "start", "end", "behaviour");
    private static final List<String> HEADER = List.of("from", "to", "start", "end", "behaviour", "comment");
    private static final int BEHAVIOUR = 4;
    private static final int COMMENT = 5;

    @Override
    public void write(Labelled labels, Appendable out) throws IOException {
        var rows = new ArrayList<List<String>>();
        var left = new ArrayList<>(labels.comments());
        for (Bout bout : labels.bouts()) {
            var comment =
                    labels.on(bout).filter(left::remove).map(Comment::text).orElse("");
            rows.add(row(bout.range(), bout.behaviour(), comment));
        }
        left.forEach(comment -> rows.add(row(comment.range(), "", comment.text())));
        rows.sort(Comparator.comparingLong(row -> Long.parseLong(row.getFirst())));
        rows.addFirst(HEADER);
        out.append(CsvTable.write(rows));
    }

    private List<String> row(SampleRange range, String behaviour, String comment) {
        return List.of(
                String.valueOf(range.from()),
                String.valueOf(range.to()),
                time.text(time.startOf(range.from())),
                time.text(time.endOf(range.to())),
                CsvTable.guarded(behaviour),
                CsvTable.guarded(comment));
    }

    @Override
    public Labelled read(String text, String file) {
        List<List<String>> rows;
        try {
            rows = CsvTable.read(text);
        } catch (IllegalArgumentException failure) {
            throw new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, 1, failure).causedBy(failure);
        }
        if (rows.isEmpty() || !List.of(HEADER, FORMER_HEADER).contains(rows.getFirst())) {
            throw new ProblemException(
                    WorkflowProblem.LABELS_UNREADABLE, file, 1, "the header is not " + String.join(",", HEADER));
        }
        var bouts = new ArrayList<Bout>();
        var comments = new ArrayList<Comment>();
        for (int i = 1; i < rows.size(); i++) {
            try {
                take(rows.get(i), bouts, comments);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException failure) {
                throw new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, i + 1, failure).causedBy(failure);
            }
        }
        return new Labelled(bouts, comments);
    }

    private void take(List<String> row, List<Bout> bouts, List<Comment> comments) {
        var range = range(row);
        var behaviour = CsvTable.unguarded(row.get(BEHAVIOUR)).strip();
        var comment =
                row.size() > COMMENT ? CsvTable.unguarded(row.get(COMMENT)).strip() : "";
        if (behaviour.isEmpty() && comment.isEmpty()) {
            throw new IllegalArgumentException("neither a behaviour nor a comment");
        }
        if (!behaviour.isEmpty()) {
            bouts.add(new Bout(range, behaviour));
        }
        if (!comment.isEmpty()) {
            comments.add(new Comment(range, comment));
        }
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
