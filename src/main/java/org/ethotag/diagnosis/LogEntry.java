package org.ethotag.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;

/**
 * One message of the program.
 *
 * @param time when
 * @param level how grave
 * @param source simple name of the class that said it
 * @param text what it said, on one or several lines
 * @param causes what was thrown, the outermost first; none for a plain message
 */
public record LogEntry(Instant time, Level level, String source, String text, List<Throwable> causes) {
    public LogEntry {
        causes = List.copyOf(causes);
    }

    /** The message with the traces of everything that was thrown: for the user's own eyes. */
    public String whole() {
        var all = new StringBuilder(text);
        for (Throwable cause : causes) {
            all.append('\n').append(cause);
            for (StackTraceElement frame : cause.getStackTrace()) {
                all.append("\n    at ").append(frame);
            }
        }
        return all.toString();
    }
}
