package org.ethotag.ui.study;

import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.ui.trace.OpenTrace;

/** Where the samples of a session come from. Called on worker threads. */
@FunctionalInterface
public interface Traces {
    /** Opens the trace of a session; the caller closes it. */
    OpenTrace open(Project project, Session session);
}
