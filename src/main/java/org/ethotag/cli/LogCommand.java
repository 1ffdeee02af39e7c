package org.ethotag.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.project.LoggedStep;
import org.ethotag.workflow.log.Shell;
import org.ethotag.workflow.log.StepGroup;
import org.ethotag.workflow.log.StudyState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag log}: what was done in a study. */
@picocli.CommandLine.Command(
        name = "log",
        description = {
            "Shows every step that changed a study, with what it was asked for and what came of it.",
            "With --commands: a script that makes the study again, byte for byte. With --save: the log as a file, for "
                    + "\"ethotag replay\"."
        })
final class LogCommand extends Command {
    private static final int MOST_LETTERS = 60;
    private static final double MS_PER_SECOND = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(
            names = "--commands",
            arity = "0..1",
            fallbackValue = "SH",
            paramLabel = "SHELL",
            description = "As a script: sh (default) or powershell.")
    private @Nullable Shell shell;

    @Option(names = "--save", paramLabel = "FILE", description = "Writes the log with the hashes of what the study is.")
    private @Nullable Path save;

    @Override
    public Integer call() {
        try (var project = study.open()) {
            if (save != null) {
                StudyState.log(project, monitor()).write(save);
            }
            var steps = project.log().steps();
            if (shell != null) {
                var script = shell.script(project);
                answer(Map.of("script", script), script);
            } else if (save != null) {
                answer(
                        Map.of("file", save.toString(), "steps", steps.size()),
                        steps.size() + " steps written to " + save + ".");
            } else {
                answer(Map.of("steps", steps.stream().map(LogCommand::document).toList()), table(steps));
            }
        }
        return DONE;
    }

    private static Map<String, Object> document(LoggedStep step) {
        var document = new LinkedHashMap<String, Object>();
        document.put("step", step.number());
        document.put("kind", step.kind().word());
        document.put("began", step.began().toString());
        document.put("seconds", step.took().toMillis() / MS_PER_SECOND);
        document.put("outcome", step.outcome().word());
        document.put("problem", step.problem());
        document.put("settings", step.settings());
        document.put("inputs", step.inputs());
        document.put("results", step.results());
        return document;
    }

    private static String table(List<LoggedStep> steps) {
        var table = new TextTable("step", "time", "what", "outcome", "settings");
        StepGroup.of(steps).forEach(group -> add(table, group.steps()));
        return table.toString();
    }

    private static void add(TextTable table, List<LoggedStep> group) {
        var first = group.getFirst();
        var what = group.size() == 1 ? first.kind().word() : group.size() + " edits";
        var settings = group.size() == 1
                ? String.valueOf(first.settings())
                : first.setting("session") + " " + first.setting("track");
        table.row(
                String.valueOf(first.number()),
                TIME.format(first.began()),
                what,
                first.problem().isEmpty() ? first.outcome().word() : first.problem(),
                settings.length() <= MOST_LETTERS ? settings : settings.substring(0, MOST_LETTERS) + "\u2026");
    }
}
