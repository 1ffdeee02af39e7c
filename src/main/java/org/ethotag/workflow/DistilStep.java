package org.ethotag.workflow;

import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;

/**
 * Trains two students on the windows of a teacher: one with hard labels alone, one with the teacher's help.
 *
 * @param teacherRun id of the teacher's run; windows and held-out animals are the teacher's
 * @param shape size of both students
 * @param distillation temperature and share of the hard labels
 * @param training how both are trained
 * @param fineTuning at most one width of weights, with whose integers the distilled student learns on before it is kept
 * @param softLabels who says what the distilled student learns from
 */
public record DistilStep(
        String teacherRun,
        StudentShape shape,
        DistillationSettings distillation,
        TrainingSettings training,
        FineTuning fineTuning,
        SoftLabelSource softLabels)
        implements Step {
    public DistilStep {
        if (fineTuning.weightBits().size() > 1) {
            throw new IllegalArgumentException("one width at most, not " + fineTuning.weightBits());
        }
    }

    /** With soft labels of the run's teacher. */
    public DistilStep(
            String teacherRun,
            StudentShape shape,
            DistillationSettings distillation,
            TrainingSettings training,
            FineTuning fineTuning) {
        this(teacherRun, shape, distillation, training, fineTuning, SoftLabelSource.standard());
    }

    /** Without learning on. */
    public DistilStep(
            String teacherRun, StudentShape shape, DistillationSettings distillation, TrainingSettings training) {
        this(teacherRun, shape, distillation, training, FineTuning.none());
    }
}
