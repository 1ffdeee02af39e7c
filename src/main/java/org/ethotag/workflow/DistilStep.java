package org.ethotag.workflow;

import org.ethotag.training.DistillationSettings;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;

/**
 * Trains two students on the windows of a teacher: one with hard labels alone, one with the teacher's help.
 *
 * @param teacherRun id of the teacher's run; windows and held-out animals are the teacher's
 * @param shape size of both students
 * @param distillation temperature and share of the hard labels
 * @param training how both are trained
 */
public record DistilStep(
        String teacherRun, StudentShape shape, DistillationSettings distillation, TrainingSettings training)
        implements Step {}
