package org.ethotag.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.StepJson;
import org.ethotag.project.StepKind;
import org.ethotag.project.StudyChange;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ethotag change}: small changes of a study, as its log has them. */
@picocli.CommandLine.Command(
        name = "change",
        description = {
            "Makes small changes in a study: labels and their undo, tracks, behaviours, animals, settings.",
            "Each line is a change as JSON, in the words of \"ethotag log --commands\". Each is on the disk before the "
                    + "next one is read; the first that does not fit ends it."
        })
final class ChangeCommand extends Command {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "The lines; - or nothing reads standard input.")
    private String file = "";

    @Override
    public Integer call() {
        try (var reader = reader()) {
            int changes = change(reader);
            answer(Map.of("changes", changes), changes + " changes made.");
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.UNREADABLE, file, failure).causedBy(failure);
        }
        return DONE;
    }

    private BufferedReader reader() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8);
    }

    private int change(BufferedReader reader) throws IOException {
        int number = 0;
        int changes = 0;
        try {
            var line = next(reader);
            boolean make = !line.isEmpty() && StepJson.changeKind(line) == StepKind.CREATE;
            try (var project = make ? made(line) : study.open()) {
                for (; !line.isEmpty(); line = next(reader)) {
                    number++;
                    if (number > 1 || !make) {
                        new StudyChange(StepJson.changeKind(line), StepJson.changeSettings(line)).applyTo(project);
                    }
                    changes++;
                }
            }
            return changes;
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(CommandProblem.BAD_CHANGE, number, String.valueOf(wrong.getMessage()))
                    .causedBy(wrong);
        }
    }

    private Project made(String line) {
        if (Files.exists(study.folder().resolve("study.ethotag"))) {
            throw new ProblemException(CommandProblem.STUDY_EXISTS, study.folder());
        }
        return Project.create(study.folder(), StepJson.changeSettings(line).getOrDefault("name", ""));
    }

    /** The next line with something in it, or an empty one at the end. */
    private static String next(BufferedReader reader) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var text = line.replace(BYTE_ORDER_MARK, "").strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
