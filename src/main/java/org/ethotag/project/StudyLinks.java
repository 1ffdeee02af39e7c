package org.ethotag.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.problem.ProblemException;

/**
 * Symbolic links inside a study. A study that came from someone else may hold links: through them it would be read from,
 * written to and swept somewhere else on this disk. The folder of the study itself may be reached by a link.
 */
final class StudyLinks {
    private static final List<String> PARTS = List.of("traces", "runs", "backups", "study.lock", "study.lock-journal");
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal", ".new");

    private StudyLinks() {}

    /** @throws ProblemException if a part of the study is a link that leads out of it */
    static void requireNone(Path folder) {
        for (String part : PARTS) {
            requireInside(folder, folder.resolve(part));
        }
        for (String suffix : SUFFIXES) {
            requireInside(folder, folder.resolve(ProjectStore.FILE + suffix));
        }
    }

    /** @throws ProblemException if a file of the study is a link that leads out of it */
    static void requireInside(Path folder, Path file) {
        if (Files.isSymbolicLink(file) && !leadsInside(folder, file)) {
            throw new ProblemException(ProjectProblem.LINK_OUTSIDE, folder, folder.relativize(file));
        }
    }

    private static boolean leadsInside(Path folder, Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException _) {
            return false; // it leads nowhere, and what is written through it would appear there
        }
    }
}
