package org.ethotag.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ethotag.project.Project;
import picocli.CommandLine.Parameters;

/** The study that a command works on. */
final class StudyArgument {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The folder of the study.")
    private Path folder = Path.of("");

    /** Where it is said to lie. */
    Path folder() {
        return folder;
    }

    /** Opens the study. */
    Project open() {
        return Project.open(folder);
    }

    /** Opens the study, or makes it if the folder does not exist. */
    Project openOrCreate() {
        if (Files.exists(folder)) {
            return Project.open(folder);
        }
        return Project.create(folder, folder.toAbsolutePath().getFileName().toString());
    }
}
