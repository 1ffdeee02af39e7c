package org.ethotag.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The last messages of the program in memory, and all of them in a few files of bounded size in the user's folder. May be
 * used by any thread.
 */
public final class ProgramLog extends Handler {
    /** More than anybody reads. */
    private static final int MOST = 500;

    private static final int MOST_CAUSES = 8;
    private static final int FILE_BYTES = 1_000_000;
    private static final int FILES = 3;

    /** Everything that logs by {@link System.Logger} or {@code java.util.logging} is below this one. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Deque<LogEntry> entries = new ArrayDeque<>();

    /** Listens from now on to all that the program says; {@link #close} ends that. */
    public static ProgramLog listening() {
        var log = new ProgramLog();
        ROOT.addHandler(log);
        return log;
    }

    /**
     * Also writes to {@code ethotag.0.log} to {@code ethotag.2.log} in a folder, a megabyte each at most, the newest in the
     * first. A folder that cannot be written costs the files, never the work.
     */
    public void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = new FileHandler(
                    folder.resolve("ethotag.%g.log")
                            .toString()
                            .replace("%", "%%")
                            .replace("%%g", "%g"),
                    FILE_BYTES,
                    FILES,
                    true);
            file.setFormatter(new Lines());
            file.setLevel(Level.INFO);
            ROOT.addHandler(file);
        } catch (IOException unwritable) {
            System.getLogger(ProgramLog.class.getName())
                    .log(System.Logger.Level.WARNING, "no log files in " + folder, unwritable);
        }
    }

    @Override
    public void publish(@Nullable LogRecord record) {
        if (record != null && isLoggable(record)) {
            var entry = new LogEntry(
                    record.getInstant(), record.getLevel(), source(record), text(record), causes(record.getThrown()));
            synchronized (entries) {
                entries.addLast(entry);
                if (entries.size() > MOST) {
                    entries.removeFirst();
                }
            }
        }
    }

    private static String source(LogRecord record) {
        var name = record.getLoggerName() == null ? "" : record.getLoggerName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(LogRecord record) {
        return new Lines().formatMessage(record);
    }

    private static List<Throwable> causes(@Nullable Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (var cause = thrown;
                cause != null && !causes.contains(cause) && causes.size() < MOST_CAUSES;
                cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** The last messages, the oldest first. */
    public List<LogEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    @Override
    public void flush() {
        // nothing waits
    }

    /** Stops listening. */
    @Override
    public void close() {
        ROOT.removeHandler(this);
    }

    /** One line for each message, and the traces below it. */
    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord record) {
            var entry = new LogEntry(
                    Instant.ofEpochMilli(record.getMillis()),
                    record.getLevel(),
                    source(record),
                    formatMessage(record),
                    causes(record.getThrown()));
            return entry.time() + " " + entry.level() + " " + entry.source() + ": " + entry.whole() + "\n";
        }
    }
}
