package org.ethotag.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/** Copies of the database inside the study, one a day, the oldest of them dropped. */
final class Backups {
    /** A working week and what lies around it. */
    static final int KEPT = 7;

    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String DAMAGED = ProjectStore.FILE + ".damaged-";
    private static final String PREFIX = "study-";
    private static final String SUFFIX = ".ethotag";

    private final Path study;
    private final Path folder;
    private final Clock clock;

    Backups(Path study, Clock clock) {
        this.study = study;
        this.folder = study.resolve("backups");
        this.clock = clock;
    }

    /** All whole backups, the newest first. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Backups::isBackup)
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    private static boolean isBackup(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** Makes a backup if the newest one is older than a day. */
    void makeIfDue(Database database) {
        var all = all();
        if (all.isEmpty() || madeAt(all.getFirst()).plus(BETWEEN).isBefore(clock.instant())) {
            make(database);
        }
    }

    /** Makes a backup now and drops the oldest beyond the number kept. */
    Path make(Database database) {
        var target = folder.resolve(PREFIX + STAMP.format(clock.instant()) + SUFFIX);
        var unfinished = folder.resolve("unfinished.tmp");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            database.read(() ->
                    database.update("VACUUM INTO ?", unfinished.toAbsolutePath().toString()));
            StudyFiles.force(unfinished);
            StudyFiles.rename(unfinished, target);
            for (Path old : all().stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
            return target;
        } catch (IOException failure) {
            throw failed(StudyFiles.reason(failure)).causedBy(failure);
        } catch (ProblemException failure) {
            throw failed(failure.problem().why()).causedBy(failure);
        }
    }

    /**
     * Puts a backup in the place of the database, which is kept beside it under another name.
     *
     * @param lock held by the caller: nobody has the study open for changes
     */
    void restore(Path backup, Schema schema, StudyLock lock) {
        Objects.requireNonNull(lock, "lock");
        checkWhole(backup, schema);
        var file = study.resolve(ProjectStore.FILE);
        var unfinished = study.resolve(ProjectStore.FILE + ".new");
        var stamp = STAMP.format(clock.instant());
        try {
            Files.copy(backup, unfinished, StandardCopyOption.REPLACE_EXISTING);
            StudyFiles.force(unfinished);
            for (String suffix : List.of("-wal", "-shm", "")) {
                var old = study.resolve(ProjectStore.FILE + suffix);
                if (Files.exists(old)) {
                    StudyFiles.rename(old, study.resolve(DAMAGED + stamp + suffix));
                }
            }
            StudyFiles.rename(unfinished, file);
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    private void checkWhole(Path backup, Schema schema) {
        if (!Files.isRegularFile(backup)) {
            throw new ProblemException(ProjectProblem.NOT_A_BACKUP, backup);
        }
        try (var database = Database.immutable(study, backup)) {
            schema.versionOf(database, study);
            ProjectStore.check(database, study);
        } catch (ProblemException failure) {
            throw new ProblemException(ProjectProblem.NOT_A_BACKUP, backup).causedBy(failure);
        }
    }

    /** Whether the database was once replaced by a backup, so that the study may know less than its folders hold. */
    boolean wasRestored() {
        try (var files = Files.list(study)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(DAMAGED));
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    private ProblemException failed(String reason) {
        return new ProblemException(Problem.of(ProjectProblem.BACKUP_FAILED, study, reason));
    }

    private static Instant madeAt(Path backup) {
        var name = backup.getFileName().toString();
        try {
            return STAMP.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length()), Instant::from);
        } catch (DateTimeException _) {
            return Instant.EPOCH; // a copy that someone named by hand counts as old
        }
    }
}
