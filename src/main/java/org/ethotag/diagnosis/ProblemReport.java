package org.ethotag.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.ethotag.problem.ProblemException;

/**
 * What somebody needs to find out what went wrong, and nothing that tells whose data it is: versions, settings, the last
 * messages, and where in the program things were thrown. Of what was thrown only messages that Java itself makes are kept;
 * others may quote a file, and a problem of the outside world is named by its code.
 */
public final class ProblemReport {
    private static final int MOST_ENTRIES = 40;
    private static final int MOST_FRAMES = 60;

    /** Their messages speak about the program, not about data. */
    private static final Set<Class<?>> FROM_JAVA = Set.of(
            NullPointerException.class,
            ClassCastException.class,
            ArithmeticException.class,
            ArrayIndexOutOfBoundsException.class,
            IndexOutOfBoundsException.class,
            StringIndexOutOfBoundsException.class,
            NegativeArraySizeException.class,
            OutOfMemoryError.class,
            StackOverflowError.class,
            NoSuchMethodError.class,
            NoClassDefFoundError.class,
            UnsupportedClassVersionError.class);

    private ProblemReport() {}

    /**
     * The report.
     *
     * @param facts versions and settings in their order, all of them harmless by nature
     * @param entries messages, the oldest first; the last ones count
     * @param secrets what is private
     */
    public static String of(Map<String, String> facts, List<LogEntry> entries, PrivateData secrets) {
        var text = new StringBuilder("Ethotag problem report\n");
        facts.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(secrets.removedFrom(value))
                .append('\n'));
        var last = entries.stream()
                .filter(entry -> entry.level().intValue() >= Level.INFO.intValue())
                .toList();
        text.append("messages: ").append(last.size()).append('\n');
        last.subList(Math.max(0, last.size() - MOST_ENTRIES), last.size()).forEach(entry -> add(text, entry, secrets));
        return text.toString();
    }

    private static void add(StringBuilder text, LogEntry entry, PrivateData secrets) {
        text.append('\n')
                .append(entry.time())
                .append(' ')
                .append(entry.level())
                .append(' ')
                .append(entry.source())
                .append(": ")
                .append(secrets.removedFrom(entry.text()))
                .append('\n');
        for (Throwable cause : entry.causes()) {
            text.append("  ").append(told(cause, secrets)).append('\n');
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
        }
    }

    private static String told(Throwable cause, PrivateData secrets) {
        var name = cause.getClass().getName();
        if (cause instanceof ProblemException problem) {
            return name + ": " + problem.problem().code().getClass().getSimpleName() + "."
                    + problem.problem().code().name();
        }
        if (cause.getMessage() == null) {
            return name;
        }
        return name
                + (FROM_JAVA.contains(cause.getClass())
                        ? ": " + secrets.removedFrom(cause.getMessage())
                        : ": (left out)");
    }
}
