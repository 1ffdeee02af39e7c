package org.ethotag.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A database that was looked at: the study's own, or a backup.
 *
 * @param file where it lies
 * @param madeAt when the backup was made, or when the study's database was last written
 * @param bytes its size, with its log
 * @param content what is in it; at most one, none where it cannot be read
 * @param problem why it cannot be used, in one sentence; empty if it is whole
 */
public record SavedCopy(Path file, Instant madeAt, long bytes, List<StudyContent> content, String problem) {
    public SavedCopy {
        content = List.copyOf(content);
    }

    /** Whether every page of it was checked and found good. */
    public boolean whole() {
        return problem.isEmpty();
    }

    /** What it is called. */
    public String name() {
        return file.getFileName().toString();
    }
}
