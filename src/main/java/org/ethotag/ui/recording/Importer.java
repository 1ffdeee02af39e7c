package org.ethotag.ui.recording;

import java.nio.file.Path;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportReport;
import org.ethotag.recording.reading.ImportSettings;

/** Brings a raw file into a study. Called on worker threads. */
@FunctionalInterface
public interface Importer {
    /** Imports one file, whole or not at all. */
    ImportReport importFile(Project project, Path file, ImportSettings settings, JobMonitor monitor);
}
