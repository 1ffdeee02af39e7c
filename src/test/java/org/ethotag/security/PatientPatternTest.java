package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns of somebody else's import preset: one that would take longer than a life is given up. */
class PatientPatternTest {
    @TempDir
    Path folder;

    @Test
    void aPatternThatTriesEverythingIsGivenUp() throws IOException {
        var file = Files.writeString(folder.resolve("a".repeat(60) + "!.csv"), "x,y,z\n0,0,1\n");
        var settings = ImportSettings.guessed().withNamePattern("(?<animal>(a|a|aa)+)+b");
        try (var project = Project.create(folder.resolve("study"), "Patterns")) {
            var lines = assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> Refusals.linesOf(() -> new Workflow(project)
                            .run(new ImportStep(List.of(file), settings), JobMonitor.unwatched())));
            assertThat(lines).contains("takes too long");
        }
    }
}
