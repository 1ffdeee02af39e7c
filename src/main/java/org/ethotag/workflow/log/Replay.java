package org.ethotag.workflow.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.Project;
import org.ethotag.project.StepKind;
import org.ethotag.project.StudyChange;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.log.StepCommand.Use;

/**
 * Does the steps of a log again in a study of its own, compares each with what the log says of it, and stops at the first
 * difference. The study's own log says how far that got, so that it can go on later. Nothing outside the study and the
 * folder for exports is written, and raw files are read only if their hash is the log's.
 */
public final class Replay {
    private static final int SHOWN_LETTERS = 80;

    private final LogFile log;
    private final Options options;
    private final CommandRunner runner;

    /**
     * Where to and with what.
     *
     * @param study folder of the new study, or of one in which this log was begun
     * @param raw folders to look for raw files in by their names before where the log says; at most one
     * @param exports folder below which exports go
     * @param devices whether tags may be flashed
     */
    public record Options(Path study, List<Path> raw, Path exports, boolean devices) {
        public Options {
            raw = List.copyOf(raw);
        }
    }

    /**
     * What came of it.
     *
     * @param repeated steps done now
     * @param before steps that were there
     * @param leftOut steps that need tags, and were not done
     */
    public record Outcome(int repeated, int before, int leftOut) {}

    /** Runs a command of this program and gives its exit code. */
    public interface CommandRunner {
        int run(List<String> words);
    }

    public Replay(LogFile log, Options options, CommandRunner runner) {
        this.log = log;
        this.options = options;
        this.runner = runner;
    }

    /** @throws ProblemException at the first difference */
    public Outcome run(Consumer<String> told, JobMonitor monitor) {
        var commands = CommandSheet.of(log.steps());
        for (StepCommand command : commands) {
            if (command.use() == Use.NEVER) {
                var step = command.steps().getFirst();
                throw new ProblemException(
                        LogProblem.NOT_REPEATABLE, step.number(), step.kind().word());
            }
        }
        int before = alreadyThere();
        int place = 0;
        int leftOut = 0;
        for (StepCommand command : commands) {
            monitor.checkCancelled();
            if (command.use() == Use.DEVICE) {
                leftOut += device(command) ? 0 : 1;
                continue;
            }
            var steps = command.steps();
            var left = steps.subList(Math.clamp(before - place, 0, steps.size()), steps.size());
            if (!left.isEmpty()) {
                told.accept(sentence(left));
                repeat(left, monitor);
            }
            place += steps.size();
        }
        compareState(monitor);
        return new Outcome(Math.max(0, place - before), before, leftOut / 2); // a tag takes two commands
    }

    private boolean device(StepCommand command) {
        if (options.devices()) {
            check(command, runner.run(command.words(options.study(), options.exports())));
        }
        return options.devices();
    }

    private static String sentence(List<LoggedStep> steps) {
        var first = steps.getFirst();
        return first.number() + " " + first.kind().word()
                + (steps.size() == 1
                        ? ""
                        : " to " + steps.getLast().number() + " "
                                + steps.getLast().kind().word());
    }

    /** How many steps of the log the study has; all that it has must be the log's. */
    private int alreadyThere() {
        if (!Files.exists(options.study().resolve("study.ethotag"))) {
            return 0;
        }
        var expected = log.steps().stream().filter(StudyState::isCompared).toList();
        var found = compared(0);
        for (int i = 0; i < found.size(); i++) {
            if (i >= expected.size()
                    || !difference(expected.get(i), found.get(i)).isEmpty()) {
                throw new ProblemException(
                        LogProblem.OTHER_STUDY,
                        options.study(),
                        found.get(i).number(),
                        i >= expected.size()
                                ? "nothing more"
                                : shown(expected.get(i).settings()),
                        found.get(i).kind().word() + " " + shown(found.get(i).settings()));
            }
        }
        return found.size();
    }

    private List<LoggedStep> compared(int skipped) {
        try (var project = Project.open(options.study())) {
            return project.log().steps().stream()
                    .filter(StudyState::isCompared)
                    .filter(step -> !isForFlash(step))
                    .skip(skipped)
                    .toList();
        }
    }

    /** An export that only a repeated flash needed: the log has none for it. */
    private boolean isForFlash(LoggedStep found) {
        return found.kind() == StepKind.EXPORT
                && log.steps().stream()
                        .filter(step -> step.kind() == StepKind.FLASH)
                        .map(step -> options.exports().resolve("step-" + step.number()))
                        .anyMatch(folder ->
                                folder.toAbsolutePath().normalize().equals(Path.of(found.setting(StepSettings.FILE))));
    }

    private void repeat(List<LoggedStep> steps, JobMonitor monitor) {
        int before = Files.exists(options.study().resolve("study.ethotag"))
                ? compared(0).size()
                : 0;
        for (StepCommand command : CommandSheet.of(steps)) {
            if (command.words().getFirst().equals("change")) {
                change(steps);
            } else {
                check(command, runner.run(words(command, monitor)));
            }
        }
        var found = compared(before);
        for (int i = 0; i < steps.size(); i++) {
            var expected = steps.get(i);
            var differing = i < found.size()
                    ? difference(expected, found.get(i))
                    : List.of("it is not in the log", expected.kind().word(), "nothing");
            if (!differing.isEmpty()) {
                throw new ProblemException(
                        LogProblem.STEP_DIFFERS,
                        expected.number(),
                        expected.kind().word(),
                        differing.get(0),
                        differing.get(1),
                        differing.get(2));
            }
        }
    }

    private static void check(StepCommand command, int exitCode) {
        if (exitCode != 0) {
            throw new ProblemException(
                    LogProblem.COMMAND_FAILED,
                    command.steps().getFirst().number(),
                    command.words().getFirst(),
                    exitCode);
        }
    }

    private void change(List<LoggedStep> steps) {
        var left = new ArrayList<>(steps);
        var first = left.getFirst();
        try (var project = first.kind() == StepKind.CREATE
                ? Project.create(options.study(), first.setting("name"))
                : Project.open(options.study())) {
            left.stream()
                    .filter(step -> step.kind() != StepKind.CREATE)
                    .forEach(step -> new StudyChange(step.kind(), step.settings()).applyTo(project));
        }
    }

    /** The words with the raw files where they are, each checked to be the log's. */
    private List<String> words(StepCommand command, JobMonitor monitor) {
        var words = new ArrayList<>(command.words(options.study(), options.exports()));
        for (LoggedStep step : command.steps()) {
            if (step.kind() == StepKind.IMPORT) {
                var named = step.setting(StepSettings.FILE);
                words.replaceAll(
                        word -> word.equals(named) ? raw(step, named, monitor).toString() : word);
            }
        }
        return words;
    }

    private Path raw(LoggedStep step, String named, JobMonitor monitor) {
        var file = Path.of(named);
        var name = file.getFileName();
        var places = new ArrayList<Path>();
        options.raw().forEach(folder -> places.add(folder.resolve(String.valueOf(name))));
        places.add(file);
        var found = places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new ProblemException(LogProblem.RAW_FILE_MISSING, step.number(), named));
        var expected = step.results().getOrDefault("raw.sha256", "");
        var hash = StudyState.sha256(found, monitor);
        if (!hash.equals(expected)) {
            throw new ProblemException(LogProblem.RAW_FILE_DIFFERS, step.number(), found, expected, hash);
        }
        return found.toAbsolutePath();
    }

    /** Nothing if both are the same, else what differs, what the log says, and what came. */
    private static List<String> difference(LoggedStep expected, LoggedStep found) {
        if (expected.kind() != found.kind()) {
            return List.of(
                    "it is another step", expected.kind().word(), found.kind().word());
        }
        for (var part : List.of(
                List.of(expected.settings(), found.settings()),
                List.of(expected.inputs(), found.inputs()),
                List.of(expected.results(), found.results()))) {
            var names = new TreeSet<>(part.get(0).keySet());
            names.addAll(part.get(1).keySet());
            for (String name : names) {
                var first = part.get(0).getOrDefault(name, "");
                var second = part.get(1).getOrDefault(name, "");
                if (!first.equals(second) && !mayDiffer(expected.kind(), name)) {
                    return List.of(name, cut(first), cut(second));
                }
            }
        }
        return List.of();
    }

    /** Where files lie is up to whoever repeats; a signature is another one each time, and the key is everybody's own. */
    private static boolean mayDiffer(StepKind kind, String name) {
        return switch (kind) {
            case IMPORT -> name.equals(StepSettings.FILE);
            case EXPORT ->
                name.equals(StepSettings.FILE)
                        || name.equals("key")
                        || name.equals("file model-image.bin")
                        || name.startsWith("file public-key");
            default -> false;
        };
    }

    private void compareState(JobMonitor monitor) {
        if (log.state().isEmpty()) {
            return;
        }
        Map<String, String> now;
        try (var project = Project.open(options.study())) {
            now = StudyState.of(project, monitor);
        }
        var names = new TreeSet<>(log.state().keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            var expected = log.state().getOrDefault(name, "nothing");
            var found = now.getOrDefault(name, "nothing");
            if (!expected.equals(found)) {
                throw new ProblemException(LogProblem.STATE_DIFFERS, name, expected, found);
            }
        }
    }

    private static String shown(Map<String, String> settings) {
        return cut(String.valueOf(settings));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_LETTERS ? text : text.substring(0, SHOWN_LETTERS) + "\u2026";
    }
}
