package org.ethotag.ui;

import org.ethotag.project.Project;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.Session;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TraceSource;

/** What pages show, from the study on disk. */
final class StudySources {
    private static final String TRACES = "traces";

    private StudySources() {}

    static OpenTrace open(Project project, Session session) {
        var recording = new RecordingStore(project.folder().resolve(TRACES)).open(session.id());
        var source = new TraceSource(
                recording, recording.clock()::timeOf, session.zone(), session.rate(), recording.stretches());
        return new OpenTrace(source, recording::close);
    }
}
