package org.ethotag.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.RunManifest;
import org.ethotag.training.FineTuning;
import org.ethotag.training.SettingsText;
import org.ethotag.training.StudentForm;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;

/** The step that made a run, read back from its manifest: the other direction of what the works of the steps write. */
final class RunRecipe {
    static final String TEACHER_WIDTH = "teacher.width";
    static final String HIDDEN = "student.hidden";
    static final String STUDENTS = "students";
    static final String FOLDS = "folds";
    static final String WEIGHT_BITS = "quantization.weightBits";
    static final String AWARE = "aware";
    static final String AWARE_BITS = "aware.weightBits";
    /** Ends the names of settings that say whether a training was ended by hand. */
    static final String STOPPED = RunManifest.STOPPED;

    private static final String LEARNT_WHOLE = "false";

    private final String source;
    private final Map<String, String> settings;
    private final Map<String, String> inputs;

    RunRecipe(RunManifest run) {
        this(run.id(), run.settings(), run.inputs());
    }

    /** @param source where the texts come from, for those who have to repair them */
    RunRecipe(String source, Map<String, String> settings, Map<String, String> inputs) {
        this.source = source;
        this.settings = Map.copyOf(settings);
        this.inputs = Map.copyOf(inputs);
        for (String who : List.of(ModelNames.TEACHER, ModelNames.STUDENT)) {
            if (!settings.getOrDefault(who + STOPPED, LEARNT_WHOLE).equals(LEARNT_WHOLE)) {
                throw new ProblemException(
                        WorkflowProblem.RUN_NOT_REPEATABLE, source, "its training was stopped by hand before its end");
            }
        }
    }

    TrainTeacherStep teacher() {
        return new TrainTeacherStep(
                windows(),
                Set.copyOf(RunArchive.animals(settings.getOrDefault(RunArchive.HELD_OUT, ""))),
                Double.parseDouble(text(TEACHER_WIDTH)),
                training(ModelNames.TEACHER));
    }

    DistilStep student() {
        return new DistilStep(
                input(RunArchive.TEACHER_RUN),
                form().shape(Integer.parseInt(text(HIDDEN))),
                SettingsText.distillation(source, settings),
                training(ModelNames.STUDENT),
                fineTuning(),
                SettingsText.softLabels(source, settings));
    }

    QuantizeStep quantized() {
        return new QuantizeStep(
                input(RunArchive.STUDENT_RUN), LayerText.of(settings), settings.getOrDefault(RunArchive.PROFILE, ""));
    }

    CrossValidateStep crossValidation(int processes) {
        return new CrossValidateStep(
                windows(),
                numbers(text(HIDDEN)),
                form(),
                Students.valueOf(text(STUDENTS)),
                FoldPlan.parse(text(FOLDS)),
                Double.parseDouble(text(TEACHER_WIDTH)),
                training(ModelNames.TEACHER),
                training(ModelNames.STUDENT),
                SettingsText.distillation(source, settings),
                numbers(text(WEIGHT_BITS)),
                fineTuning(),
                SettingsText.softLabels(source, settings),
                processes);
    }

    SweepStep sweep() {
        return SweepStep.of(
                settings,
                windows(),
                Double.parseDouble(text(TEACHER_WIDTH)),
                training(ModelNames.TEACHER),
                training(ModelNames.STUDENT));
    }

    private StudentForm form() {
        return StudentForm.parse(settings);
    }

    private WindowSettings windows() {
        return WindowSettings.of(settings);
    }

    private FineTuning fineTuning() {
        return settings.containsKey(AWARE_BITS)
                ? new FineTuning(numbers(text(AWARE_BITS)), training(AWARE))
                : FineTuning.none();
    }

    private TrainingSettings training(String who) {
        text(who + ".seed"); // the first key that older versions did not write
        return SettingsText.training(source, settings, who);
    }

    private String input(String name) {
        return Objects.requireNonNull(inputs.get(name), () -> source + " has no input " + name);
    }

    private String text(String key) {
        var value = settings.get(key);
        if (value == null) {
            throw new ProblemException(
                    WorkflowProblem.RUN_NOT_REPEATABLE,
                    source,
                    "its manifest does not say " + key + ", as those of older versions");
        }
        return value;
    }

    /** Numbers as the text of a list has them: {@code [16, 32]}. */
    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.replaceAll("[\\[\\] ]", "").split(","))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
