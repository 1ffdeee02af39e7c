package org.ethotag.ui;

import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TraceSource;

/** What pages show, from the study on disk. */
final class StudySources {

    private StudySources() {}

    static OpenTrace open(Project project, Session session) {
        var recording = project.recordings().open(session.id());
        var source = new TraceSource(
                recording, recording.clock()::timeOf, session.zone(), session.rate(), recording.stretches());
        return new OpenTrace(source, recording::close);
    }
}
