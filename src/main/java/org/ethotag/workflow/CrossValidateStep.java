package org.ethotag.workflow;

import java.util.List;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.StudentForm;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.run.FoldPlan;

/**
 * Judges teacher, students and fixed point on animals they never saw; predictions are pooled.
 *
 * @param windows how the study is cut
 * @param hidden sizes of the students
 * @param form what the students have in common
 * @param students which students are in the answer
 * @param folds how windows to learn from and windows to be judged on are divided
 * @param width of the residual network, 1 is the published size
 * @param teacher how teachers are trained
 * @param student how students are trained
 * @param distillation temperature and share of the hard labels
 * @param weightBits widths of the fixed point's weights; all are made of the same float student
 * @param fineTuning which distilled students learn on with the tag's arithmetic, to be judged in integers
 * @param softLabels who says what a distilled student learns from
 * @param processes how many folds are trained at the same time; 0 trains one after another in this process
 */
public record CrossValidateStep(
        WindowSettings windows,
        List<Integer> hidden,
        StudentForm form,
        Students students,
        FoldPlan folds,
        double width,
        TrainingSettings teacher,
        TrainingSettings student,
        DistillationSettings distillation,
        List<Integer> weightBits,
        FineTuning fineTuning,
        SoftLabelSource softLabels,
        int processes)
        implements Step {
    /** Which students are trained. The one without distillation is the baseline and always there. */
    public enum Students {
        /** Hard labels alone; the fixed point is made of this one. */
        WITHOUT_DISTILLATION,
        /** Without and with the teacher's help; the fixed point is made of the distilled one. */
        WITHOUT_AND_WITH_DISTILLATION
    }

    /** Of the usual form, with soft labels of every fold's own teacher. */
    public CrossValidateStep(
            WindowSettings windows,
            List<Integer> hidden,
            Students students,
            FoldPlan folds,
            double width,
            TrainingSettings teacher,
            TrainingSettings student,
            DistillationSettings distillation,
            List<Integer> weightBits,
            FineTuning fineTuning,
            int processes) {
        this(
                windows,
                hidden,
                StudentForm.usual(),
                students,
                folds,
                width,
                teacher,
                student,
                distillation,
                weightBits,
                fineTuning,
                SoftLabelSource.standard(),
                processes);
    }

    public CrossValidateStep {
        hidden = List.copyOf(hidden);
        weightBits = List.copyOf(weightBits);
        if (processes < 0) {
            throw new IllegalArgumentException(processes + " processes");
        }
    }
}
