package org.ethotag.workflow;

import java.io.IOException;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;

/** The bouts of one session as text that other programs read, and back. */
public final class LabelTable {
    private final SessionTime time;
    private final String animal;
    private final double offsetSeconds;

    /**
     * @param time of the session
     * @param animal its id; names the subject or tier where a format has several
     * @param offsetSeconds from the session's first sample to the second 0 of the text, for formats that count seconds
     */
    public LabelTable(SessionTime time, String animal, double offsetSeconds) {
        this.time = time;
        this.animal = animal;
        this.offsetSeconds = offsetSeconds;
    }

    /** How labels are written. */
    public enum Format {
        /** One row per bout: samples, real times with offset, behaviour. */
        CSV,
        /** One row per sample; cannot be read back. */
        SAMPLES,
        /** BORIS tabular events; aggregated events are read too. */
        BORIS,
        /** ELAN annotations, one tier. */
        ELAN,
        /** Audacity's label track: start and end in seconds from the first sample, behaviour. */
        AUDACITY
    }

    /** Writes bouts that are in order and do not overlap. */
    public void write(List<Bout> bouts, Format format, Appendable out) throws IOException {
        writer(format).write(bouts, out);
    }

    /**
     * Bouts from a text, in its order; they may overlap.
     *
     * @param file its name, for messages
     * @throws ProblemException with the line, if the text is not of the format or a bout lies outside the session
     */
    public List<Bout> read(String text, Format format, String file) {
        if (!(writer(format) instanceof LabelCodec codec)) {
            throw new ProblemException(WorkflowProblem.LABELS_NOT_READ_BACK, file);
        }
        var bouts = codec.read(text, file);
        for (Bout bout : bouts) {
            if (bout.range().from() < 0 || bout.range().to() > time.lengthSamples()) {
                throw new ProblemException(
                        WorkflowProblem.LABELS_OUTSIDE,
                        file,
                        bout.behaviour(),
                        bout.range(),
                        time.session(),
                        time.lengthSamples());
            }
        }
        return bouts;
    }

    private LabelWriter writer(Format format) {
        return switch (format) {
            case CSV -> new CsvLabels(time);
            case SAMPLES -> new SampleLabels(time);
            case BORIS -> new BorisLabels(time, animal, offsetSeconds);
            case ELAN -> new ElanLabels(time, animal, offsetSeconds);
            case AUDACITY -> new AudacityLabels(time, offsetSeconds);
        };
    }
}
