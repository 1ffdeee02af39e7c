package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.review.BoutFacts;

/** Every labelled bout of a study, with what the label doctor has to know of it. */
final class StudyBouts {
    private StudyBouts() {}

    /** In the order of the study's sessions. */
    static List<BoutFacts> of(Project project, JobMonitor monitor) {
        var sessions = project.sessions();
        var facts = new ArrayList<BoutFacts>();
        for (int i = 0; i < sessions.size(); i++) {
            monitor.checkCancelled();
            var session = sessions.get(i);
            monitor.doing((double) i / sessions.size(), "looking", session.name());
            var labelled = project.labels(session.id()).bouts();
            if (!labelled.isEmpty()) {
                facts.addAll(of(project, session, labelled));
            }
        }
        return facts;
    }

    private static List<BoutFacts> of(Project project, Session session, List<Bout> labelled) {
        try (var recording = project.recordings().open(session.id())) {
            var clock = recording.clock();
            return labelled.stream()
                    .map(bout -> new BoutFacts(
                            session.id(),
                            session.name(),
                            session.animal(),
                            bout,
                            clock.timeOf(bout.range().from()),
                            clock.timeOf(bout.range().to() - 1),
                            BoutFacts.vedbaG(recording, bout, session.rate())))
                    .toList();
        }
    }
}
