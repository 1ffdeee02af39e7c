package org.ethotag.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ethotag.problem.ProblemException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection to a study's database. May be used by any thread; one at a time gets in. What {@link #write} has
 * returned from is on the disk: write-ahead log, synchronised at every commit.
 */
final class Database implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MS = 5000;
    /** Of one value: a stranger's file may claim a text of a gigabyte. Our longest, an edit of all bouts, is far below. */
    private static final String LONGEST_VALUE_BYTES = String.valueOf(128 << 20);

    private final Path folder;
    private final Connection connection;

    /** Whether a transaction is under way; guarded by the connection. */
    private boolean writing;

    private Database(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** Opens a database file for reading and writing; it is made if it is not there. */
    static Database writable(Path folder, Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        return open(folder, uri(file), config);
    }

    /** Opens a database file that someone else may be writing. */
    static Database readOnly(Path folder, Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(folder, uri(file), config);
    }

    /** Opens a database file that nobody can write and that has no write-ahead log beside it. */
    static Database immutable(Path folder, Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(folder, uri(file) + "?immutable=1", config);
    }

    /** Loads the library, and its native half, which is unpacked first. */
    static void prepare() {
        try (var nothing = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
                var statement = nothing.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException failure) {
            throw problem(Path.of(""), failure);
        }
    }

    private static String uri(Path file) {
        return "file:" + file.toAbsolutePath().toUri().getRawPath();
    }

    private static Database open(Path folder, String uri, SQLiteConfig config) {
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setPragma(Pragma.LIMIT_LENGTH, LONGEST_VALUE_BYTES);
        try {
            var database = new Database(folder, config.createConnection("jdbc:sqlite:" + uri));
            // What a stranger wrote into the schema may not call functions with effects:
            // https://sqlite.org/security.html
            database.run("PRAGMA trusted_schema = OFF");
            return database;
        } catch (SQLException failure) {
            throw problem(folder, failure);
        }
    }

    /** Runs questions. What the rows say and no value of ours can be is damage: the file was changed by someone else. */
    <T> T read(Work<T> work) {
        synchronized (connection) {
            try {
                return work.run();
            } catch (SQLException failure) {
                throw problem(folder, failure);
            } catch (UnknownSession mistake) {
                throw mistake; // of the caller, who may have asked after it was removed
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException failure) {
                throw new ProblemException(ProjectProblem.DAMAGED, folder, StudyFiles.reason(failure))
                        .causedBy(failure);
            }
        }
    }

    /** Runs work while no other thread gets in, for what is kept of rows and must change together with them. */
    <T> T alone(Supplier<T> work) {
        synchronized (connection) {
            return work.get();
        }
    }

    /**
     * Runs changes in one transaction: all of them are on the disk when this returns, or none if it throws. Within a
     * transaction the changes join it, and are on the disk when the outer one returns.
     */
    <T> T write(Work<T> work) {
        synchronized (connection) {
            if (writing) {
                return joined(work);
            }
            boolean committed = false;
            writing = true;
            try {
                run("BEGIN IMMEDIATE");
                var result = work.run();
                run("COMMIT");
                committed = true;
                return result;
            } catch (SQLException failure) {
                throw problem(folder, failure);
            } finally {
                writing = false;
                if (!committed) {
                    rollBack();
                }
            }
        }
    }

    private <T> T joined(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw problem(folder, failure);
        }
    }

    /** Returns false where SQLite has rolled back by itself, as it does when the disk is full. */
    private boolean rollBack() {
        try {
            run("ROLLBACK");
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    /** Runs one or several statements without parameters. */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Runs one statement with parameters and returns the number of rows it changed. */
    int update(String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs one statement for each list of parameters. */
    void batch(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Inserts one row and returns its number. */
    long insert(String sql, Object... parameters) throws SQLException {
        update(sql, parameters);
        return one("SELECT last_insert_rowid()", row -> row.number(1)).orElseThrow();
    }

    <T> List<T> all(String sql, Reader<T> reader, Object... parameters) throws SQLException {
        try (var statement = prepared(sql, parameters);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            var row = new Row(rows);
            while (rows.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (IllegalArgumentException | DateTimeException failure) {
            // A row that is no value of ours: the file was changed by someone else.
            throw new ProblemException(ProjectProblem.DAMAGED, folder, StudyFiles.reason(failure)).causedBy(failure);
        }
    }

    <T> Optional<T> one(String sql, Reader<T> reader, Object... parameters) throws SQLException {
        var found = all(sql, reader, parameters);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() {
        synchronized (connection) {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw problem(folder, failure);
            }
        }
    }

    /** What a failure of SQLite means to the user. */
    static ProblemException problem(Path folder, SQLException failure) {
        var code = failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // The low byte is the kind, the others tell its sub-kinds apart: https://sqlite.org/rescode.html
        var kind = SQLiteErrorCode.getErrorCode(code.code & 0xff);
        var problem = switch (kind) {
            case SQLITE_FULL -> new ProblemException(ProjectProblem.DISK_FULL, folder);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_TOOBIG ->
                new ProblemException(ProjectProblem.DAMAGED, folder, StudyFiles.reason(failure));
            case SQLITE_READONLY, SQLITE_PERM -> new ProblemException(ProjectProblem.FOLDER_READ_ONLY, folder);
            case SQLITE_IOERR ->
                StudyFiles.isFull(folder)
                        ? new ProblemException(ProjectProblem.DISK_FULL, folder)
                        : new ProblemException(ProjectProblem.STORAGE_FAILED, folder, StudyFiles.reason(failure));
            default -> new ProblemException(ProjectProblem.STORAGE_FAILED, folder, StudyFiles.reason(failure));
        };
        return problem.causedBy(failure);
    }

    /** Whether a log with content lies beside a database file. */
    static boolean hasLog(Path file) {
        var log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.exists(log) && log.toFile().length() > 0;
    }

    /** Statements that belong together. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Makes a value of the row at which a result stands. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }
}
