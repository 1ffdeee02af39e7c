package org.ethotag.workflow.labels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.WorkflowProblem;

/**
 * Audacity's label track: start and end in seconds from the first sample and a text, separated by tabs (Audacity manual,
 * "Importing and Exporting Labels"). A sound file has no gaps: seconds are samples at the session's rate.
 */
record AudacityLabels(SessionTime time, double offsetSeconds) implements LabelCodec {
    private static final double NANOS = 1e9;

    @Override
    public void write(Labelled labels, Appendable out) throws IOException {
        for (Bout bout : labels.bouts()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%.6f\t%.6f\t%s\n",
                    seconds(bout.range().from()),
                    seconds(bout.range().to()),
                    bout.behaviour().replaceAll("[\t\r\n]", " ")));
        }
    }

    @Override
    public Labelled read(String text, String file) {
        var bouts = new ArrayList<Bout>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            boolean spectralRange = line.startsWith("\\");
            if (line.isBlank() || spectralRange) {
                continue;
            }
            var cells = List.of(line.split("\t"));
            try {
                var range = new SampleRange(sampleAt(cells.get(0)), sampleAt(cells.get(1)));
                bouts.add(new Bout(range, cells.get(2).strip()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException failure) {
                throw new ProblemException(WorkflowProblem.LABELS_UNREADABLE, file, number, failure).causedBy(failure);
            }
        }
        return new Labelled(bouts);
    }

    private double seconds(long sample) {
        return sample / time.clock().rate().hertz() - offsetSeconds;
    }

    private long sampleAt(String seconds) {
        double shifted = Double.parseDouble(seconds.strip()) + offsetSeconds;
        return Math.round(
                Math.rint(shifted * NANOS) / NANOS * time.clock().rate().hertz());
    }
}
