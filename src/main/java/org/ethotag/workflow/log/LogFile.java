package org.ethotag.workflow.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.file.WholeFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.StepJson;

/**
 * The log of a study as a file: a line that says what it is, a line for each step, and a line with the hashes of what the
 * study was when it was written; described in formats/workflow-log.md. It may come from a stranger.
 *
 * @param study name of the study
 * @param program that wrote it, with its version
 * @param steps in their order
 * @param state hashes by what they are of; empty if nobody computed them
 */
public record LogFile(String study, String program, List<LoggedStep> steps, Map<String, String> state) {
    private static final String FORMAT = "ethotag-log";
    private static final String VERSION = "1";

    /** An edit that replaces a million bouts has 60 MB. */
    private static final int LONGEST_LINE = 1 << 26;

    private static final long LARGEST_BYTES = 1L << 30;
    private static final int MOST_STEPS = 2_000_000;

    public LogFile {
        steps = List.copyOf(steps);
        state = Map.copyOf(state);
    }

    /** The file's content. */
    public String text() {
        var text = new StringBuilder(
                        StepJson.of(Map.of("format", FORMAT, "version", VERSION, "study", study, "program", program)))
                .append('\n');
        steps.forEach(step -> text.append(StepJson.of(step)).append('\n'));
        var end = new TreeMap<>(state);
        end.put("end", String.valueOf(steps.size()));
        return text.append(StepJson.of(end)).append('\n').toString();
    }

    /** Writes the file whole or not at all; one that is there is replaced. */
    public void write(Path file) {
        WholeFile.write(file, text());
    }

    /** Reads a file. @throws ProblemException if it is no log, with the line */
    public static LogFile read(Path file) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_BYTES) {
                throw new ProblemException(LogProblem.UNREADABLE, file, 0, "it is larger than any log, or no file");
            }
            return new Reading(file, reader).whole();
        } catch (IOException failure) {
            throw new ProblemException(LogProblem.UNREADABLE, file, 0, failure).causedBy(failure);
        }
    }

    /** Reads line by line; lives as long as that. */
    private static final class Reading {
        private final Path file;
        private final BufferedReader reader;
        private final StringBuilder line = new StringBuilder();
        private int number;

        Reading(Path file, BufferedReader reader) {
            this.file = file;
            this.reader = reader;
        }

        LogFile whole() throws IOException {
            try {
                var head = next() ? StepJson.texts(line.toString()) : Map.<String, String>of();
                if (!FORMAT.equals(head.get("format")) || !VERSION.equals(head.get("version"))) {
                    throw new IllegalArgumentException("it does not begin as a log of version " + VERSION);
                }
                var steps = new ArrayList<LoggedStep>();
                while (next()) {
                    var text = line.toString();
                    if (!text.startsWith("{\"step\":")) {
                        return ended(head, steps, new TreeMap<>(StepJson.texts(text)));
                    }
                    steps.add(inOrder(steps, StepJson.step(text)));
                }
                throw new IllegalArgumentException("its last line is missing: it is not whole");
            } catch (IllegalArgumentException wrong) {
                throw new ProblemException(LogProblem.UNREADABLE, file, number, String.valueOf(wrong.getMessage()))
                        .causedBy(wrong);
            }
        }

        private LogFile ended(Map<String, String> head, List<LoggedStep> steps, Map<String, String> end) {
            if (!String.valueOf(steps.size()).equals(end.remove("end"))) {
                throw new IllegalArgumentException("its last line does not say that it has " + steps.size() + " steps");
            }
            return new LogFile(head.getOrDefault("study", ""), head.getOrDefault("program", ""), steps, end);
        }

        private static LoggedStep inOrder(List<LoggedStep> before, LoggedStep step) {
            if (before.size() == MOST_STEPS) {
                throw new IllegalArgumentException("more than " + MOST_STEPS + " steps");
            }
            if (!before.isEmpty() && before.getLast().number() >= step.number()) {
                throw new IllegalArgumentException("step " + step.number() + " is not in order");
            }
            return step;
        }

        private boolean next() throws IOException {
            line.setLength(0);
            number++;
            int c = reader.read();
            boolean there = c >= 0;
            for (; c >= 0 && c != '\n'; c = reader.read()) {
                if (line.length() == LONGEST_LINE) {
                    throw new IllegalArgumentException("a line is too long");
                }
                line.append((char) c);
            }
            return there;
        }
    }
}
