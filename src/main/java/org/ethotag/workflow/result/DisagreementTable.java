package org.ethotag.workflow.result;

import java.util.List;
import org.ethotag.label.Disagreement;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;

/** Every stretch that two tracks label differently, as a table. */
public final class DisagreementTable {
    private static final int MILLIS = 3;

    private DisagreementTable() {}

    /** One row for each: where it lies, in samples and in real time with the offset of then, and what both say. */
    public static String csv(Project project, StudyAgreement agreement) {
        var csv = new SafeCsv(List.of(
                "session", "animal", "from", "to", "start", "end", "seconds", agreement.first(), agreement.second()));
        for (ComparedSession one : agreement.sessions()) {
            Session session = one.session();
            var clock = SessionClock.of(project, session);
            for (Disagreement stretch : one.disagreements()) {
                csv.text(session.name())
                        .text(session.animal())
                        .number(stretch.range().from())
                        .number(stretch.range().to())
                        .text(clock.text(stretch.range().from()))
                        .text(clock.endText(stretch.range().to()))
                        .number(stretch.range().length() / session.rate().hertz(), MILLIS)
                        .text(stretch.first())
                        .text(stretch.second())
                        .end();
            }
        }
        return csv.text();
    }
}
