package org.ethotag.training;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/**
 * The program of a worker process: one fold from an input folder to an output folder. Progress goes to standard output, a
 * line {@code fraction text} each; a problem goes to {@code problem.txt} in the output folder.
 */
public final class FoldWorker {
    /** Exit codes. */
    static final int DONE = 0;

    static final int PROBLEM = 1;
    static final int STOPPED = 3;

    static final String PROBLEM_FILE = "problem.txt";
    /** While it is there the worker waits. */
    static final String PAUSE_FILE = "pause";

    /** Smallest step of progress that is told. */
    private static final double TOLD_STEP = 0.002;

    private FoldWorker() {}

    /** Runs one fold. Arguments: input folder, output folder, folder of finished parts or empty, starter. */
    public static void main(String[] arguments) {
        var output = Path.of(arguments[1]);
        var pause = output.resolveSibling(PAUSE_FILE);
        var monitor = new TellingMonitor(System.out, pause, Long.parseLong(arguments[3]));
        System.exit(run(Path.of(arguments[0]), output, ModelShelf.of(arguments[2]), monitor));
    }

    private static int run(Path input, Path output, ModelShelf shelf, JobMonitor monitor) {
        try {
            FoldJob.run(input, output, shelf, monitor);
            return DONE;
        } catch (ProblemException failure) {
            KeyedLines.write(values(failure.problem()), output.resolveSibling(PROBLEM_FILE));
            return PROBLEM;
        } catch (CancellationException stopped) {
            return STOPPED;
        }
    }

    private static Map<String, String> values(Problem problem) {
        var values = new LinkedHashMap<String, String>();
        values.put("what", oneLine(problem.what()));
        values.put("why", oneLine(problem.why()));
        values.put("next", oneLine(problem.next()));
        return values;
    }

    private static String oneLine(String text) {
        return String.join(" ", text.lines().toList());
    }

    /** Tells progress, and stops when the program that started this one is gone. */
    private static final class TellingMonitor implements JobMonitor {
        private final PrintStream told;
        private final Path pause;
        /** The parent while it is the one who started this; it may be gone before this program has begun. */
        private final Optional<ProcessHandle> starter;

        private double last = Double.NEGATIVE_INFINITY;

        TellingMonitor(PrintStream told, Path pause, long starterPid) {
            this.pause = pause;
            this.told = new PrintStream(told, true, StandardCharsets.UTF_8);
            this.starter = ProcessHandle.current().parent().filter(parent -> parent.pid() == starterPid);
        }

        @Override
        public void progress(double fraction, String doing) {
            if (fraction - last >= TOLD_STEP) {
                last = fraction;
                told.println(String.format(Locale.ROOT, "%.4f %s", fraction, doing));
            }
        }

        @Override
        public void tell(String line) {
            told.println(line);
        }

        @Override
        public boolean paused() {
            return Files.exists(pause);
        }

        @Override
        public boolean cancelled() {
            return starter.filter(ProcessHandle::isAlive).isEmpty();
        }
    }
}
