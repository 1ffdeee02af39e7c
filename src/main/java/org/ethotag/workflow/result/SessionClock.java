package org.ethotag.workflow.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.evaluation.TimeSpan;
import org.ethotag.evaluation.TimedBout;
import org.ethotag.evaluation.Timeline;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.ClockMap;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;

/**
 * When the samples of a session were taken.
 *
 * @param session whose samples
 * @param clock of its recording
 * @param stretches without gaps, in order, together all samples
 */
record SessionClock(Session session, ClockMap clock, List<SampleRange> stretches) {
    /** The clock of the recording; of the session's start and rate if the study has lost the recording. */
    static SessionClock of(Project project, Session session) {
        if (!project.recordings().ids().contains(session.id())) {
            return new SessionClock(
                    session,
                    ClockMap.regular(session.start(), session.rate()),
                    List.of(new SampleRange(0, session.lengthSamples())));
        }
        try (var recording = project.recordings().open(session.id())) {
            return new SessionClock(session, recording.clock(), recording.stretches());
        }
    }

    /** What was labelled, in real time; a bout over a gap becomes two. */
    Timeline timeline(LabelTrack track) {
        var timed = new ArrayList<Timeline.Stretch>(stretches.size());
        for (SampleRange stretch : stretches) {
            if (stretch.isEmpty()) {
                continue;
            }
            var time = new TimeSpan(clock.timeOf(stretch.from()), endOf(stretch.to()));
            var inside = new ArrayList<TimedBout>();
            for (Bout bout : track.cut(stretch)) {
                var range = bout.range();
                var end = range.to() == stretch.to() ? time.to() : clock.timeOf(range.to());
                inside.add(new TimedBout(new TimeSpan(clock.timeOf(range.from()), end), bout.behaviour()));
            }
            timed.add(new Timeline.Stretch(time, inside));
        }
        return new Timeline(session.id(), session.name(), session.animal(), session.zone(), timed);
    }

    /** When a stretch ends that ends before a sample: one interval after the sample before, which is where a gap begins. */
    Instant endOf(long sample) {
        return clock.timeOf(sample - 1).plus(clock.rate().durationOf(1));
    }

    /** When a sample was taken, as ISO text with the offset of then. */
    String text(long sample) {
        return text(clock.timeOf(sample));
    }

    /** The end of a stretch, as ISO text with the offset of then. */
    String endText(long sample) {
        return text(endOf(sample));
    }

    private String text(Instant moment) {
        return moment.atZone(session.zone()).toOffsetDateTime().toString();
    }
}
