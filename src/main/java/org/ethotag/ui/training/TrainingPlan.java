package org.ethotag.ui.training;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.workflow.CrossValidateStep;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.LearningWatcher;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * A teacher, its students, and their judgement, one after the other. Stopped at any point it gives the last run that could be
 * kept.
 *
 * @param teacher for the tag's student
 * @param students for the id of the teacher's run
 * @param judgement by animals left out; null if animals are held out from the start
 * @param ownShare of the whole way, for teacher and students, 0 to 1
 */
record TrainingPlan(
        TrainTeacherStep teacher,
        Function<String, DistilStep> students,
        @Nullable CrossValidateStep judgement,
        double ownShare) {
    /** Of the way of teacher and students, what the teacher takes; students are small. */
    private static final double TEACHER_SHARE = 0.75;

    /**
     * Learns.
     *
     * @throws CancellationException if it was stopped before there was a teacher
     */
    RunManifest run(Project project, Steering steering, JobMonitor monitor) {
        var workflow = new Workflow(project);
        var own = monitor.part(0, ownShare);
        var kept = workflow.run(teacher, LearningWatcher.nobody(), own.part(0, TEACHER_SHARE));
        if (!steering.stopped()) {
            var step = students.apply(kept.id());
            kept = next(kept, steering, () -> workflow.run(step, LearningWatcher.nobody(), own.part(TEACHER_SHARE, 1)));
        }
        var judging = judgement;
        if (judging != null && !steering.stopped()) {
            kept = next(kept, steering, () -> workflow.run(judging, monitor.part(ownShare, 1)));
        }
        return kept;
    }

    private interface Part {
        RunManifest run();
    }

    private static RunManifest next(RunManifest kept, Steering steering, Part part) {
        try {
            return part.run();
        } catch (CancellationException stopped) {
            if (!steering.stopped()) {
                throw stopped;
            }
            return kept;
        }
    }
}
