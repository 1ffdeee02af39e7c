package org.ethotag.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.ethotag.problem.ProblemException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The right to change a study; one program, and in it one {@link Project}, has it at a time. The operating system takes it
 * back when the program ends, however it ends.
 *
 * <p>The lock is SQLite's on an empty database of its own: unlike a Java file lock, which POSIX drops as soon as the same
 * process closes any other handle on that file, it also holds against a second opener in the same process.
 */
final class StudyLock implements AutoCloseable {
    private final Path folder;
    private final Connection connection;

    private StudyLock(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** The lock, unless someone else has it. */
    static Optional<StudyLock> tryAcquire(Path folder) {
        var file = folder.resolve("study.lock").toAbsolutePath();
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        try {
            var connection =
                    config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath());
            return held(connection) ? Optional.of(new StudyLock(folder, connection)) : Optional.empty();
        } catch (SQLException failure) {
            throw Database.problem(folder, failure);
        }
    }

    private static boolean held(Connection connection) throws SQLException {
        boolean held = false;
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN EXCLUSIVE");
            held = true;
        } catch (SQLiteException failure) {
            if (failure.getResultCode() != SQLiteErrorCode.SQLITE_BUSY) {
                throw failure;
            }
        } finally {
            if (!held) {
                connection.close();
            }
        }
        return held;
    }

    @Override
    public void close() throws ProblemException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw Database.problem(folder, failure);
        }
    }
}
