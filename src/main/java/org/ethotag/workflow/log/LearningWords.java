package org.ethotag.workflow.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.StepKind;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.StudentForm;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.RunArchive;

/**
 * The options that ask for a training: those that people use, by their names, and every other setting that is not as
 * usual, by {@code --with}.
 */
final class LearningWords {
    /** Settings that depend on the computer or on the study: always said. */
    private static final Set<String> ALWAYS = Set.of("threads", "halfTurns");

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("windows.length", "samples"),
            Map.entry("windows.stride", "stride"),
            Map.entry("windows.purity", "purity"),
            Map.entry("windows.classes", "classes"),
            Map.entry(RunArchive.ASIDE, "set-aside"),
            Map.entry("teacher.width", "width"),
            Map.entry("teacher.run", "teacher"),
            Map.entry("distillation.temperature", "temperature"),
            Map.entry("distillation.alpha", "alpha"),
            Map.entry(StudentForm.PERCEPTRON, "perceptron"),
            Map.entry(StudentForm.INPUT, "input-perceptron"));

    /** As the commands have it that make students. */
    private static final int USUAL_HIDDEN = 32;

    private LearningWords() {}

    static List<String> of(LoggedStep step) {
        var usual = usual(step.kind());
        var words = new ArrayList<String>();
        step.settings().forEach((name, value) -> {
            boolean same = value.equals(usual.getOrDefault(name, "\u0001"));
            boolean said = ALWAYS.stream().anyMatch(part -> name.endsWith("." + part));
            if (same && !said) {
                return;
            }
            var option = option(step.kind(), name);
            words.add(option.isEmpty() ? "--with=" + name + "=" + value : "--" + option + "=" + value);
        });
        if (step.setting("folds").startsWith("random:")) {
            words.add("--leaky-i-know");
        }
        return words;
    }

    private static String option(StepKind kind, String name) {
        if (kind == StepKind.DISTIL && name.equals("student.hidden")) {
            return "hidden";
        }
        if ((kind != StepKind.SWEEP && name.equals("teacher.epochs"))
                || (kind == StepKind.DISTIL && name.equals("student.epochs"))) {
            return "epochs";
        }
        return OPTIONS.getOrDefault(name, "");
    }

    /** What a step is without any option. */
    private static Map<String, String> usual(StepKind kind) {
        return new HashMap<>(
                switch (kind) {
                    case TRAIN ->
                        StepSettings.of(
                                new TrainTeacherStep(WindowSettings.paper(), Set.of(), 1, TrainingSettings.teacher()));
                    case DISTIL ->
                        StepSettings.of(new DistilStep(
                                "",
                                StudentShape.of(USUAL_HIDDEN),
                                DistillationSettings.standard(),
                                TrainingSettings.student()));
                    case CROSSVALIDATE ->
                        StepSettings.of(new CrossValidateStep(
                                WindowSettings.paper(),
                                List.of(USUAL_HIDDEN),
                                StudentForm.usual(),
                                Students.WITHOUT_AND_WITH_DISTILLATION,
                                FoldPlan.standard(),
                                1,
                                TrainingSettings.teacher().withThreads(1),
                                TrainingSettings.student(),
                                DistillationSettings.standard(),
                                List.of(Short.SIZE),
                                FineTuning.none(),
                                SoftLabelSource.standard(),
                                0));
                    case SWEEP -> Map.of();
                    default -> throw new IllegalArgumentException("nothing is learnt by " + kind);
                });
    }
}
