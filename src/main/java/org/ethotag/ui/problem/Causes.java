package org.ethotag.ui.problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/** Any cause as something to read and something to copy. */
public final class Causes {
    private Causes() {}

    /** What to tell the user. */
    public static Problem problem(Throwable cause) {
        return cause instanceof ProblemException outside
                ? outside.problem()
                : Problem.of(UiProblem.OWN_MISTAKE, oneLine(cause));
    }

    /** What to copy for a report: the three sentences, and for our own mistakes where they happened. */
    public static String report(Throwable cause) {
        String lines = problem(cause).lines();
        if (cause instanceof ProblemException) {
            return lines;
        }
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return lines + System.lineSeparator() + System.lineSeparator() + trace;
    }

    private static String oneLine(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ", " + message.lines().findFirst().orElse("");
    }
}
