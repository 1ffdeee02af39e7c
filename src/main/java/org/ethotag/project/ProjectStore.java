package org.ethotag.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/**
 * An open study: the right to change it, if this is the one that has it, and the connection to its database.
 *
 * <p>Opening decides who may write, refuses what is not a study of this schema or older, checks the database, makes the
 * backup of the day, and migrates.
 */
final class ProjectStore implements AutoCloseable {
    /** The database's file in the folder of a study. */
    static final String FILE = "study.ethotag";

    private final Path folder;
    private final Access access;
    private final Database database;
    private final Runnable release;
    private final List<Problem> notices;

    private ProjectStore(Path folder, Access access, Database database, Runnable release, List<Problem> notices) {
        this.folder = folder;
        this.access = access;
        this.database = database;
        this.release = release;
        this.notices = List.copyOf(notices);
    }

    /** Makes an empty study in a folder, which is made if it is not there. */
    static void create(Path folder, String name, Schema schema, Clock clock) {
        var file = folder.resolve(FILE);
        var unfinished = folder.resolve(FILE + ".new");
        if (Files.exists(file)) {
            throw new ProblemException(ProjectProblem.STUDY_EXISTS, folder);
        }
        try {
            for (String part : List.of("traces", "runs", "backups")) {
                Files.createDirectories(folder.resolve(part));
            }
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve(FILE + ".new" + suffix));
            }
            try (var database = Database.writable(folder, unfinished)) {
                schema.migrate(database, 0);
                database.write(() -> database.update(
                        "INSERT INTO study (only, name, made_at) VALUES (1, ?, ?)",
                        name,
                        clock.instant().toString()));
            }
            StudyFiles.force(unfinished);
            StudyFiles.rename(unfinished, file);
        } catch (IOException failure) {
            throw new ProblemException(ProjectProblem.CANNOT_CREATE, folder, StudyFiles.reason(failure))
                    .causedBy(failure);
        }
    }

    /** Opens a study, for changes if nobody else has it and its folder can be written, else for reading. */
    static ProjectStore open(Path folder, Schema schema, Clock clock) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(ProjectProblem.NOT_A_STUDY, folder);
        }
        StudyLinks.requireNone(folder);
        if (!Files.isWritable(folder) || !Files.isWritable(file)) {
            return openProtected(folder, schema);
        }
        var lock = StudyLock.tryAcquire(folder);
        return lock.isPresent() ? openAsWriter(folder, schema, clock, lock.get()) : openAsReader(folder, schema);
    }

    /**
     * Puts a backup in the place of the database, after a backup of the present where that can be read.
     *
     * @return the backup of the present, at most one
     */
    static List<Path> restore(Path folder, Path backup, Schema schema, Clock clock) {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(ProjectProblem.NOT_A_STUDY, folder);
        }
        if (!Files.isWritable(folder)) {
            throw new ProblemException(ProjectProblem.FOLDER_READ_ONLY, folder);
        }
        StudyLinks.requireNone(folder);
        try (var lock = StudyLock.tryAcquire(folder)
                .orElseThrow(() -> new ProblemException(ProjectProblem.OPEN_ELSEWHERE, folder))) {
            var backups = new Backups(folder, clock);
            backups.checkWhole(backup, schema);
            var present = presentBackup(folder, schema, backups, backup);
            backups.restore(backup, schema, lock);
            return present;
        }
    }

    /** None if there is no present that could be read; a disk that has no room for it is a reason not to go on. */
    private static List<Path> presentBackup(Path folder, Schema schema, Backups backups, Path restored) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (var database = Database.writable(folder, file)) {
            schema.versionOf(database, folder);
            check(database, folder);
            return List.of(backups.makeKeeping(database, restored));
        } catch (ProblemException failure) {
            if (failure.problem().code() == ProjectProblem.BACKUP_FAILED) {
                throw failure;
            }
            return List.of();
        }
    }

    private static ProjectStore openAsWriter(Path folder, Schema schema, Clock clock, StudyLock lock) {
        var notices = new ArrayList<Problem>();
        Optional<Database> opened = Optional.empty();
        boolean done = false;
        try {
            var database = Database.writable(folder, folder.resolve(FILE));
            opened = Optional.of(database);
            int version = schema.versionOf(database, folder);
            check(database, folder);
            var backups = new Backups(folder, clock);
            if (version < schema.version()) {
                backups.make(database); // a migration without a way back does not begin
                schema.migrate(database, version);
            } else {
                backUpIfDue(backups, database, notices);
            }
            done = true;
            return new ProjectStore(folder, Access.WRITER, database, lock::close, notices);
        } finally {
            if (!done) {
                opened.ifPresent(Database::close);
                lock.close();
            }
        }
    }

    private static void backUpIfDue(Backups backups, Database database, List<Problem> notices) {
        try {
            backups.makeIfDue(database);
        } catch (ProblemException failure) {
            notices.add(failure.problem());
        }
    }

    private static ProjectStore openAsReader(Path folder, Schema schema) {
        return reading(
                folder, schema, Access.OPEN_ELSEWHERE, Database.readOnly(folder, folder.resolve(FILE)), () -> {});
    }

    /**
     * Opens a study in a folder that cannot be written. SQLite reads a database with an unfinished log only where it may
     * write beside it, so such a study is read from a copy.
     */
    static ProjectStore openProtected(Path folder, Schema schema) {
        var file = folder.resolve(FILE);
        if (!Database.hasLog(file)) {
            return reading(folder, schema, Access.FOLDER_READ_ONLY, Database.immutable(folder, file), () -> {});
        }
        try {
            var copy = Files.createTempDirectory("ethotag-study");
            for (String name : List.of(FILE, FILE + "-wal")) {
                Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            var database = Database.writable(folder, copy.resolve(FILE));
            return reading(folder, schema, Access.FOLDER_READ_ONLY, database, () -> delete(copy));
        } catch (IOException failure) {
            throw StudyFiles.problem(folder, failure);
        }
    }

    private static ProjectStore reading(
            Path folder, Schema schema, Access access, Database database, Runnable release) {
        boolean done = false;
        try {
            if (schema.versionOf(database, folder) < schema.version()) {
                throw new ProblemException(ProjectProblem.OLDER_STUDY_READ_ONLY, folder);
            }
            done = true;
            return new ProjectStore(folder, access, database, release, List.of());
        } finally {
            if (!done) {
                database.close();
                release.run();
            }
        }
    }

    private static void delete(Path copy) {
        try {
            StudyFiles.delete(copy);
        } catch (IOException failure) {
            throw StudyFiles.problem(copy, failure);
        }
    }

    /** Looks through the whole file; a damaged one is not touched. */
    static void check(Database database, Path folder) {
        var finding = database.read(
                () -> database.one("PRAGMA quick_check(1)", row -> row.text(1)).orElse("no answer"));
        if (!finding.equals("ok")) {
            throw new ProblemException(ProjectProblem.DAMAGED, folder, finding);
        }
    }

    Database database() {
        return database;
    }

    boolean readOnly() {
        return access != Access.WRITER;
    }

    /** What went wrong while opening without keeping anyone from working. */
    List<Problem> notices() {
        return notices;
    }

    /** Refuses to go on unless this one may change the study. */
    void checkWritable() {
        switch (access) {
            case WRITER -> {}
            case OPEN_ELSEWHERE -> throw new ProblemException(ProjectProblem.OPEN_ELSEWHERE, folder);
            case FOLDER_READ_ONLY -> throw new ProblemException(ProjectProblem.FOLDER_READ_ONLY, folder);
        }
    }

    @Override
    public void close() {
        database.close();
        release.run();
    }

    /** Who may change the study. */
    enum Access {
        WRITER,
        OPEN_ELSEWHERE,
        FOLDER_READ_ONLY
    }
}
