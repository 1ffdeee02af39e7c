package org.ethotag.workflow.labels;

import java.io.IOException;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.WorkflowProblem;

/** The bouts of one session as text that other programs read, and back. */
public final class LabelTable {
    private final SessionTime time;
    private final String animal;
    private final String tier;
    private final double offsetSeconds;

    /**
     * @param time of the session
     * @param animal its id; names the subject or tier where a format has several
     * @param offsetSeconds from the session's first sample to the second 0 of the text, for formats that count seconds
     */
    public LabelTable(SessionTime time, String animal, double offsetSeconds) {
        this(time, animal, animal, offsetSeconds);
    }

    private LabelTable(SessionTime time, String animal, String tier, double offsetSeconds) {
        this.time = time;
        this.animal = animal;
        this.tier = tier;
        this.offsetSeconds = offsetSeconds;
    }

    /** How labels are written. */
    public enum Format {
        /** One row per bout: samples, real times with offset, behaviour, comment. */
        CSV,
        /** One row per sample; cannot be read back. */
        SAMPLES,
        /** BORIS tabular events; aggregated events are read too. */
        BORIS,
        /** ELAN annotations, a tier for each track. */
        ELAN,
        /** Audacity's label track: start and end in seconds from the first sample, behaviour. */
        AUDACITY
    }

    /** Writes bouts that are in the order of their begin. */
    public void write(List<Bout> bouts, Format format, Appendable out) throws IOException {
        write(new Labelled(bouts), format, out);
    }

    /** Writes bouts that are in the order of their begin, and comments if the format has them. */
    public void write(Labelled labels, Format format, Appendable out) throws IOException {
        writer(format).write(labels, out);
    }

    /** Writes several tracks into one ELAN file, each as a tier. */
    public void writeTiers(List<LabelTrack> tracks, Appendable out) throws IOException {
        new ElanLabels(time, tier, offsetSeconds).write(tracks, out);
    }

    /** For the labels of another track than the study's own: its tier in files with tiers is {@code track@animal}. */
    public LabelTable ofTrack(String track) {
        return new LabelTable(time, animal, ElanLabels.tierOf(track, animal), offsetSeconds);
    }

    /** Bouts from a text, in its order; they may overlap. See {@link #readAll}. */
    public List<Bout> read(String text, Format format, String file) {
        return readAll(text, format, file).bouts();
    }

    /**
     * Bouts from a text, in its order, which may overlap, and comments.
     *
     * @param file its name, for messages
     * @throws ProblemException with the line, if the text is not of the format or a bout lies outside the session
     */
    public Labelled readAll(String text, Format format, String file) {
        if (!(writer(format) instanceof LabelCodec codec)) {
            throw new ProblemException(WorkflowProblem.LABELS_NOT_READ_BACK, file);
        }
        var labels = codec.read(text, file);
        labels.bouts().forEach(bout -> checkInside(bout.range(), bout.behaviour(), file));
        labels.comments().forEach(comment -> checkInside(comment.range(), comment.text(), file));
        return labels;
    }

    private void checkInside(SampleRange range, String what, String file) {
        if (range.to() > time.lengthSamples()) {
            throw new ProblemException(
                    WorkflowProblem.LABELS_OUTSIDE, file, what, range, time.session(), time.lengthSamples());
        }
    }

    private LabelWriter writer(Format format) {
        return switch (format) {
            case CSV -> new CsvLabels(time);
            case SAMPLES -> new SampleLabels(time);
            case BORIS -> new BorisLabels(time, animal, offsetSeconds);
            case ELAN -> new ElanLabels(time, tier, offsetSeconds);
            case AUDACITY -> new AudacityLabels(time, offsetSeconds);
        };
    }
}
