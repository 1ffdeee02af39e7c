package org.ethotag.ui.training;

import java.util.concurrent.CancellationException;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.workflow.LearningPlan;
import org.ethotag.workflow.LearningWatcher;
import org.ethotag.workflow.UnfinishedStep;
import org.ethotag.workflow.Workflow;

/**
 * A teacher, its students, and their judgement, one after the other. Stopped at any point it gives the last run that could be
 * kept.
 *
 * @param steps what is trained; kept in the study while it is under way, so that it can be taken up after a crash
 * @param ownShare of the whole way, for teacher and students, 0 to 1
 */
record TrainingPlan(LearningPlan steps, double ownShare) {
    /** Of the way of teacher and students, what the teacher takes; students are small. */
    private static final double TEACHER_SHARE = 0.75;

    /**
     * Learns.
     *
     * @throws CancellationException if it was stopped before there was a teacher
     */
    RunManifest run(Project project, Steering steering, JobMonitor monitor) {
        steps.keep(project);
        try {
            return new Way(project, steering, monitor).fromTeacher();
        } finally {
            LearningPlan.forget(project);
        }
    }

    /** Takes up a step that the program did not survive, and what was to follow it. */
    static RunManifest resume(UnfinishedStep unfinished, Project project, Steering steering, JobMonitor monitor) {
        var kept = LearningPlan.of(project);
        if (kept.isEmpty() || kept.get().partOf(unfinished) == LearningPlan.Part.NONE) {
            return new Workflow(project).resume(unfinished, LearningWatcher.nobody(), monitor);
        }
        double ownShare = kept.get().judgement() == null ? 1 : 0.5;
        var way = new TrainingPlan(kept.get(), ownShare).new Way(project, steering, monitor);
        try {
            return switch (kept.get().partOf(unfinished)) {
                case TEACHER -> way.fromTeacher();
                case STUDENTS -> way.fromStudents(unfinished);
                case JUDGEMENT, NONE -> way.judged(unfinished);
            };
        } finally {
            LearningPlan.forget(project);
        }
    }

    /** One time through the plan, from its beginning or from where it was broken off. */
    private final class Way {
        private final Workflow workflow;
        private final Steering steering;
        private final JobMonitor monitor;
        private final JobMonitor own;

        Way(Project project, Steering steering, JobMonitor monitor) {
            this.workflow = new Workflow(project);
            this.steering = steering;
            this.monitor = monitor;
            own = monitor.part(0, ownShare);
        }

        RunManifest fromTeacher() {
            var kept = workflow.run(steps.teacher(), LearningWatcher.nobody(), own.part(0, TEACHER_SHARE));
            var students = steps.studentsOf(kept.id());
            return thenJudged(
                    next(kept, () -> workflow.run(students, LearningWatcher.nobody(), own.part(TEACHER_SHARE, 1))));
        }

        RunManifest fromStudents(UnfinishedStep unfinished) {
            return thenJudged(workflow.resume(unfinished, LearningWatcher.nobody(), own.part(TEACHER_SHARE, 1)));
        }

        RunManifest judged(UnfinishedStep unfinished) {
            return workflow.resume(unfinished, LearningWatcher.nobody(), monitor.part(ownShare, 1));
        }

        private RunManifest thenJudged(RunManifest kept) {
            var judging = steps.judgement();
            return judging == null ? kept : next(kept, () -> workflow.run(judging, monitor.part(ownShare, 1)));
        }

        private RunManifest next(RunManifest kept, Part part) {
            if (steering.stopped()) {
                return kept;
            }
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

    private interface Part {
        RunManifest run();
    }
}
