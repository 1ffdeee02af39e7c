package org.ethotag.ui;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.recording.reading.ImportReport;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;

/** What pages show, from the study on disk. */
final class StudySources {
    private StudySources() {}

    static OpenTrace open(Project project, Session session) {
        var recording = project.recordings().open(session.id());
        var source = new TraceSource(
                recording, recording.clock()::timeOf, session.zone(), session.rate(), recording.stretches());
        return new OpenTrace(source, recording::close);
    }

    static ImportReport importFile(Project project, Path file, ImportSettings settings, JobMonitor monitor) {
        return new Workflow(project)
                .run(new ImportStep(List.of(file), settings), monitor)
                .getFirst()
                .report();
    }
}
