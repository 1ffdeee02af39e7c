package org.ethotag.workflow.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.StepJson;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.log.StepCommand.Use;

/**
 * The commands that make a study again, from its log. Steps that failed or were stopped left nothing and have no command;
 * neighbours that one command can do are done by one.
 */
public final class CommandSheet {
    /** Command lines have an end: 32,767 characters on Windows. */
    private static final int MOST_FILES = 60;

    private final List<StepCommand> commands = new ArrayList<>();

    /** Steps by the id of the model that they made. */
    private final Map<String, LoggedStep> quantized = new HashMap<>();

    private CommandSheet() {}

    /** Commands in their order. */
    public static List<StepCommand> of(List<LoggedStep> steps) {
        var sheet = new CommandSheet();
        steps.stream().filter(LoggedStep::holds).forEach(sheet::add);
        return List.copyOf(sheet.commands);
    }

    private void add(LoggedStep step) {
        switch (step.kind()) {
            case OLDER, RUN -> never(step);
            case IMPORT -> addImport(step);
            case FRAMES -> free(step, "frame", StepCommand.STUDY, "--estimate");
            case TRAIN, DISTIL, CROSSVALIDATE, SWEEP -> addLearning(step);
            case QUANTIZE -> addQuantization(step);
            case PRELABEL -> addPrelabel(step);
            case EXPORT -> addExport(step);
            case FLASH -> addFlash(step);
            case CREATE,
                    NAME,
                    SETTING,
                    ANIMAL,
                    TAG,
                    DEPLOYMENT,
                    MOUNTING,
                    FORGET_MOUNTING,
                    REMOVE_SESSION,
                    ETHOGRAM,
                    BEHAVIOURS,
                    MERGE_BEHAVIOURS,
                    DELETE_BEHAVIOUR,
                    ADD_TRACK,
                    RENAME_TRACK,
                    REMOVE_TRACK,
                    BRING_BACK_TRACK,
                    EDIT,
                    UNDO,
                    REDO,
                    VIDEO,
                    REMOVE_VIDEO,
                    UNDO_VIDEO,
                    REDO_VIDEO,
                    DECISION,
                    WITHDRAW_DECISION,
                    REMOVE_RUN -> addChange(step);
        }
    }

    private void addChange(LoggedStep step) {
        var line = StepJson.change(step.kind(), step.settings());
        join(step, List.of("change", StepCommand.STUDY, "-"), List.of(), List.of(line));
    }

    private void addImport(LoggedStep step) {
        var file = step.setting(StepSettings.FILE);
        if (file.isEmpty()) {
            never(step);
            return;
        }
        var words = new ArrayList<>(List.of("import", StepCommand.STUDY));
        step.settings().forEach((name, value) -> {
            if (!name.equals(StepSettings.FILE)) {
                words.add("--" + name + "=" + value);
            }
        });
        join(step, words, List.of(file), List.of());
    }

    private void addPrelabel(LoggedStep step) {
        join(
                step,
                List.of(
                        "prelabel",
                        StepCommand.STUDY,
                        "--run=" + step.setting("run"),
                        "--track=" + step.setting("track"),
                        "--stride=" + step.setting("stride")),
                List.of("--session=" + step.setting("session")),
                List.of());
    }

    /** Adds to the last command if it is the same but for what is asked of it one by one. */
    private void join(LoggedStep step, List<String> words, List<String> more, List<String> input) {
        if (!commands.isEmpty()) {
            var last = commands.getLast();
            int members = last.steps().size();
            boolean same = last.words().size() == words.size() + members * more.size()
                    && last.words().subList(0, words.size()).equals(words);
            if (same && (more.isEmpty() || members < MOST_FILES)) {
                commands.removeLast();
                commands.add(new StepCommand(
                        joined(last.words(), more),
                        joined(last.input(), input),
                        joined(last.steps(), List.of(step)),
                        Use.FREE));
                return;
            }
        }
        commands.add(new StepCommand(joined(words, more), input, List.of(step), Use.FREE));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void addLearning(LoggedStep step) {
        if (step.results().entrySet().stream()
                .anyMatch(result -> result.getKey().endsWith(".stopped")
                        && !result.getValue().equals("false"))) {
            never(step);
            return;
        }
        var words = new ArrayList<>(List.of(step.kind().word(), StepCommand.STUDY));
        words.addAll(LearningWords.of(step));
        commands.add(new StepCommand(words, List.of(), List.of(step), Use.FREE));
    }

    private void addQuantization(LoggedStep step) {
        var words = new ArrayList<>(List.of("quantize", StepCommand.STUDY, "--student=" + step.setting("student.run")));
        words.add("--profile=" + step.setting("tag.profile"));
        step.settings().forEach((name, value) -> {
            if (name.startsWith("quantization.")) {
                words.add("--layer=" + name.substring("quantization.".length()) + ":" + value);
            }
        });
        quantized.put(step.results().getOrDefault("model.id", ""), step);
        commands.add(new StepCommand(words, List.of(), List.of(step), Use.FREE));
    }

    private void addExport(LoggedStep step) {
        var words = new ArrayList<>(List.of(
                "export",
                StepCommand.STUDY,
                "--quantized=" + step.setting(StepSettings.QUANTIZED),
                "--out=" + folderOf(step),
                "--profile=" + step.setting("profile")));
        if (!step.setting("for").isEmpty()) {
            words.add("--for=" + step.setting("for"));
        }
        commands.add(new StepCommand(words, List.of(), List.of(step), Use.FREE));
    }

    /** The image is exported once more: what was flashed need not lie anywhere. */
    private void addFlash(LoggedStep step) {
        var made = quantized.get(step.setting("model"));
        if (made == null || step.setting("tag").isEmpty()) {
            never(step);
            return;
        }
        var flash = new ArrayList<>(List.of(
                "flash",
                folderOf(step) + "/model-image.bin",
                "--serial=" + step.setting("tag"),
                "--study=" + StepCommand.STUDY));
        if (!step.setting("animal").isEmpty()) {
            flash.add("--animal=" + step.setting("animal"));
        }
        commands.add(new StepCommand(
                List.of(
                        "export",
                        StepCommand.STUDY,
                        "--quantized=" + made.results().getOrDefault("run", ""),
                        "--out=" + folderOf(step),
                        "--profile=" + made.setting("tag.profile")),
                List.of(),
                List.of(step),
                Use.DEVICE));
        commands.add(new StepCommand(flash, List.of(), List.of(step), Use.DEVICE));
    }

    /** One folder for each step, below the one that is meant for exports. */
    private static String folderOf(LoggedStep step) {
        return StepCommand.EXPORTS + "/step-" + step.number();
    }

    private void free(LoggedStep step, String... words) {
        commands.add(new StepCommand(List.of(words), List.of(), List.of(step), Use.FREE));
    }

    private void never(LoggedStep step) {
        commands.add(new StepCommand(List.of(), List.of(), List.of(step), Use.NEVER));
    }

    /** Whether every step that holds can be done again; tags aside. */
    public static boolean isWhole(List<StepCommand> commands) {
        return commands.stream().noneMatch(command -> command.use() == Use.NEVER);
    }
}
