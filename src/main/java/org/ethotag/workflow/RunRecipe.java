package org.ethotag.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.RunManifest;
import org.ethotag.training.FineTuning;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.SettingsText;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;

/** The step that made a run, read back from its manifest: the other direction of what the works of the steps write. */
final class RunRecipe {
    static final String TEACHER_WIDTH = "teacher.width";
    static final String HIDDEN = "student.hidden";
    static final String PERCEPTRON = "student.perceptron";
    static final String STUDENTS = "students";
    static final String FOLDS = "folds";
    static final String WEIGHT_BITS = "quantization.weightBits";
    static final String AWARE = "aware";
    static final String AWARE_BITS = "aware.weightBits";
    private static final String LEARNT_WHOLE = "false";

    private final RunManifest run;
    private final Map<String, String> settings;

    RunRecipe(RunManifest run) {
        this.run = run;
        settings = run.settings();
        for (String who : List.of(ModelNames.TEACHER, ModelNames.STUDENT)) {
            if (!settings.getOrDefault(who + ".stopped", LEARNT_WHOLE).equals(LEARNT_WHOLE)) {
                throw new ProblemException(
                        WorkflowProblem.RUN_NOT_REPEATABLE,
                        run.id(),
                        "its training was stopped by hand before its end");
            }
        }
    }

    TrainTeacherStep teacher() {
        return new TrainTeacherStep(
                windows(),
                Set.copyOf(RunArchive.animals(run, RunArchive.HELD_OUT)),
                Double.parseDouble(text(TEACHER_WIDTH)),
                training(ModelNames.TEACHER));
    }

    DistilStep student() {
        return new DistilStep(
                RunArchive.input(run, RunArchive.TEACHER_RUN),
                new StudentShape(Integer.parseInt(text(HIDDEN)), Integer.parseInt(text(PERCEPTRON))),
                SettingsText.distillation(run.id(), settings),
                training(ModelNames.STUDENT),
                fineTuning(),
                SettingsText.softLabels(run.id(), settings));
    }

    QuantizeStep quantized() {
        return new QuantizeStep(
                RunArchive.input(run, RunArchive.STUDENT_RUN),
                LayerText.of(settings),
                settings.getOrDefault(RunArchive.PROFILE, ""));
    }

    CrossValidateStep crossValidation() {
        return new CrossValidateStep(
                windows(),
                numbers(text(HIDDEN)),
                Students.valueOf(text(STUDENTS)),
                FoldPlan.parse(text(FOLDS)),
                Double.parseDouble(text(TEACHER_WIDTH)),
                training(ModelNames.TEACHER),
                training(ModelNames.STUDENT),
                SettingsText.distillation(run.id(), settings),
                numbers(text(WEIGHT_BITS)),
                fineTuning(),
                SettingsText.softLabels(run.id(), settings),
                FoldRunner.spareProcesses());
    }

    SweepStep sweep() {
        return SweepStep.of(
                settings,
                windows(),
                Double.parseDouble(text(TEACHER_WIDTH)),
                training(ModelNames.TEACHER),
                training(ModelNames.STUDENT));
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
        return SettingsText.training(run.id(), settings, who);
    }

    private String text(String key) {
        var value = settings.get(key);
        if (value == null) {
            throw new ProblemException(
                    WorkflowProblem.RUN_NOT_REPEATABLE,
                    run.id(),
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
