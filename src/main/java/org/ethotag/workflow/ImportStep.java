package org.ethotag.workflow;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.recording.reading.ImportSettings;

/**
 * Brings raw files into a study, each as one session.
 *
 * @param files one or more
 * @param settings how they are read
 */
public record ImportStep(List<Path> files, ImportSettings settings) implements Step {
    public ImportStep {
        files = List.copyOf(files);
    }
}
