package org.ethotag.workflow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.ClockMap;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;

/** The bouts of one session as text that other programs read, and back. */
public final class LabelTable {
    private static final List<String> HEADER = List.of("from", "to", "start", "end", "behaviour");
    private static final double NANOS = 1e9;

    private final String session;
    private final ClockMap clock;
    private final ZoneId zone;
    private final long lengthSamples;

    /**
     * @param session its id, for messages
     * @param clock of the session
     * @param zone in which times are written
     * @param lengthSamples of the session
     */
    public LabelTable(String session, ClockMap clock, ZoneId zone, long lengthSamples) {
        this.session = session;
        this.clock = clock;
        this.zone = zone;
        this.lengthSamples = lengthSamples;
    }

    /** How labels are written. */
    public enum Format {
        /** One row per bout: samples, real times with offset, behaviour. */
        CSV,
        /** Audacity's label track: start and end in seconds from the first sample, behaviour. */
        AUDACITY
    }

    /** The text of a track. */
    public String write(List<Bout> bouts, Format format) {
        return switch (format) {
            case CSV -> csv(bouts);
            case AUDACITY -> audacity(bouts);
        };
    }

    /**
     * Bouts from a text, in its order.
     *
     * @param file its name, for messages
     * @throws ProblemException with the line, if the text is not of the format or a bout lies outside the session
     */
    public List<Bout> read(String text, Format format, String file) {
        var rows = switch (format) {
            case CSV -> csvRows(text, file);
            case AUDACITY -> text.lines().map(line -> List.of(line.split("\t"))).toList();
        };
        var bouts = new ArrayList<Bout>();
        int header = format == Format.CSV ? 1 : 0;
        for (int i = header; i < rows.size(); i++) {
            if (format == Format.AUDACITY && rows.get(i).getFirst().isBlank()) {
                continue;
            }
            bouts.add(bout(rows.get(i), format, file, i + 1));
        }
        return bouts;
    }

    private String csv(List<Bout> bouts) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (Bout bout : bouts) {
            rows.add(List.of(
                    String.valueOf(bout.range().from()),
                    String.valueOf(bout.range().to()),
                    time(bout.range().from()),
                    time(bout.range().to()),
                    bout.behaviour()));
        }
        return CsvTable.write(rows);
    }

    /** A border's time: that of its sample, or one interval after the last sample. */
    private String time(long border) {
        var instant = border == 0 || border < lengthSamples
                ? clock.timeOf(border)
                : clock.timeOf(border - 1).plus(clock.rate().durationOf(1));
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    private String audacity(List<Bout> bouts) {
        var text = new StringBuilder();
        for (Bout bout : bouts) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.6f\t%.6f\t%s\n",
                    bout.range().from() / clock.rate().hertz(),
                    bout.range().to() / clock.rate().hertz(),
                    bout.behaviour()));
        }
        return text.toString();
    }

    private List<List<String>> csvRows(String text, String file) {
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
        return rows;
    }

    private Bout bout(List<String> row, Format format, String file, int line) {
        try {
            var range = format == Format.CSV ? rangeOf(row) : seconds(row);
            if (range.to() > lengthSamples) {
                throw new IllegalArgumentException("the session " + session + " has " + lengthSamples + " samples");
            }
            return new Bout(range, row.getLast().strip());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException failure) {
            throw new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, line, failure).causedBy(failure);
        }
    }

    /** Samples where they are given, else times. */
    private SampleRange rangeOf(List<String> row) {
        return row.get(0).isBlank()
                ? new SampleRange(sampleAt(row.get(2)), sampleAt(row.get(3)))
                : new SampleRange(
                        Long.parseLong(row.get(0).strip()),
                        Long.parseLong(row.get(1).strip()));
    }

    private long sampleAt(String time) {
        Instant instant = OffsetDateTime.parse(time.strip()).toInstant();
        long nearest = clock.sampleAt(instant);
        return nearest == lengthSamples - 1 && instant.isAfter(clock.timeOf(nearest)) ? lengthSamples : nearest;
    }

    private SampleRange seconds(List<String> row) {
        return new SampleRange(sampleOf(row.get(0)), sampleOf(row.get(1)));
    }

    private long sampleOf(String seconds) {
        return Math.round(Math.rint(Double.parseDouble(seconds.strip()) * NANOS)
                / NANOS
                * clock.rate().hertz());
    }
}
