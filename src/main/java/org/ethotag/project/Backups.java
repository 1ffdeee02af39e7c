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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/**
 * Copies of the database inside the study: one a day, on opening and while it stays open, and one before anything that
 * takes much away. Kept are the newest seven and, of older ones, the newest of each of the eight weeks before; a backup
 * that someone named by hand is never dropped.
 */
final class Backups {
    /** A working week and what lies around it. */
    static final int KEPT = 7;

    /** So many weeks more, with one backup each: what was lost without notice is often missed late. */
    static final int WEEKS_KEPT = 8;

    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String REPLACED = ProjectStore.FILE + ".replaced-";
    /** As {@link #REPLACED} was called before. */
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

    /** Makes a backup now and drops those that the rule does not keep. */
    Path make(Database database) {
        return makeKeeping(database, study);
    }

    /** The same, but one file is not dropped. */
    Path makeKeeping(Database database, Path kept) {
        var target = folder.resolve(PREFIX + STAMP.format(clock.instant()) + SUFFIX);
        var unfinished = folder.resolve("unfinished.tmp");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            database.read(() ->
                    database.update("VACUUM INTO ?", unfinished.toAbsolutePath().toString()));
            StudyFiles.force(unfinished);
            StudyFiles.rename(unfinished, target);
            for (Path old : dropped(all())) {
                if (!old.equals(kept)) {
                    Files.delete(old);
                }
            }
            return target;
        } catch (IOException failure) {
            throw failed(unfinished, StudyFiles.reason(failure)).causedBy(failure);
        } catch (ProblemException failure) {
            throw failed(unfinished, failure.problem().why()).causedBy(failure);
        }
    }

    /** Those of the backups, the newest first, that the rule does not keep. */
    private List<Path> dropped(List<Path> backups) {
        var oldest = clock.instant().minus(WEEK.multipliedBy(WEEKS_KEPT));
        var weeks = new HashSet<Long>();
        return backups.stream()
                .skip(KEPT)
                .filter(file -> !madeAt(file).equals(Instant.EPOCH))
                .filter(file ->
                        madeAt(file).isBefore(oldest) || !weeks.add(madeAt(file).getEpochSecond() / WEEK.toSeconds()))
                .toList();
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
            for (String suffix : List.of("-wal", "-shm")) {
                var old = study.resolve(ProjectStore.FILE + suffix);
                if (Files.exists(old)) {
                    StudyFiles.rename(old, study.resolve(REPLACED + stamp + suffix));
                }
            }
            if (Files.exists(file)) {
                // A copy, so that there is a study at every moment: the last step puts the new one over the old.
                var kept = study.resolve(REPLACED + stamp);
                Files.copy(file, kept);
                StudyFiles.force(kept);
            }
            StudyFiles.rename(unfinished, file);
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    /** @throws ProblemException if it cannot be restored */
    void checkWhole(Path backup, Schema schema) {
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
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith(REPLACED) || name.startsWith(DAMAGED));
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    /** Takes away what is half done, so that a full disk does not stay full because of it. */
    private ProblemException failed(Path unfinished, String reason) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException more) {
            return new ProblemException(
                    Problem.of(ProjectProblem.BACKUP_FAILED, study, reason + "; " + StudyFiles.reason(more)));
        }
        return new ProblemException(Problem.of(ProjectProblem.BACKUP_FAILED, study, reason));
    }

    /** When a backup was made, as its name says; 1970 for another name. */
    static Instant madeAt(Path backup) {
        var name = backup.getFileName().toString();
        if (!isBackup(backup)) {
            return Instant.EPOCH;
        }
        try {
            return STAMP.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length()), Instant::from);
        } catch (DateTimeException _) {
            return Instant.EPOCH; // a copy that someone named by hand counts as old
        }
    }
}
