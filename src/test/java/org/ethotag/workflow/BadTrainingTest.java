package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.LabelEdit;
import org.ethotag.problem.ProblemCode;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.Schedule;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingProblem;
import org.ethotag.training.TrainingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that cannot end well: each says why, and nothing half-written stays. */
class BadTrainingTest {
    private static final WindowSettings WINDOWS = new WindowSettings(512, 512, 1, "");
    private static final TrainingSettings SHORT =
            TrainingSettings.teacher().withEpochs(1).withThreads(1);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void openStudy() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        project = Project.open(folder.resolve("study"));
    }

    @AfterEach
    void closeStudy() {
        project.close();
    }

    @Test
    void aLossThatIsNoNumberSaysEpochAndStepAndLeavesNothing() throws IOException {
        var explosive = SHORT.withLearningRate(1e30).withSchedule(Schedule.CONSTANT);
        var problem = refused(TrainingProblem.LOSS_NOT_FINITE, () -> train(explosive, JobMonitor.unwatched()));
        assertThat(problem.problem().what()).contains("epoch 1", "step ");
        assertThat(problem.problem().next()).contains("Divide the learning rate by ten");
        assertNothingStays();
    }

    @Test
    void earlyStoppingWithOneAnimalToLearnFromIsRefusedAndLeavesNothing() throws IOException {
        refused(
                TrainingProblem.NO_ANIMAL_TO_SPARE,
                () -> new Workflow(project)
                        .run(
                                new TrainTeacherStep(WINDOWS, Set.of("cow2", "cow3"), 1.0 / 16, SHORT.withPatience(2)),
                                LearningWatcher.nobody(),
                                JobMonitor.unwatched()));
        assertNothingStays();
    }

    @Test
    void aCancelledTrainingLeavesNoRun() throws IOException {
        assertThatThrownBy(() -> train(SHORT, new Cancelled())).isInstanceOf(CancellationException.class);
        assertNothingStays();
    }

    @Test
    void labelsThatChangedSinceTheTeacherAreSaidBeforeStudentsLearn() {
        var teacher = train(SHORT, JobMonitor.unwatched());
        var session = project.sessions().getFirst().id();
        project.edit(session, "label", new LabelEdit.Erase(new SampleRange(0, 2000)));
        refused(
                WorkflowProblem.STUDY_CHANGED_SINCE,
                () -> new Workflow(project)
                        .run(
                                new DistilStep(teacher, StudentShape.of(8), DistillationSettings.standard(), SHORT),
                                LearningWatcher.nobody(),
                                JobMonitor.unwatched()));
        assertEquals(1, project.runs().size());
    }

    @Test
    void labelsThatChangeWhileANetworkLearnsMakeItsRunOutOfDate() {
        var session = project.sessions().getFirst().id();
        var id = train(
                SHORT,
                new Interfering(() -> project.edit(session, "label", new LabelEdit.Erase(new SampleRange(0, 2000)))));
        var run = project.run(id).orElseThrow();
        assertThat(new Workflow(project).isOutdated(run)).isTrue();
        project.undo(session);
        assertThat(new Workflow(project).isOutdated(run))
                .as("it learnt from the labels as they were")
                .isFalse();
    }

    private String train(TrainingSettings settings, JobMonitor monitor) {
        return new Workflow(project)
                .run(new TrainTeacherStep(WINDOWS, Set.of(), 1.0 / 16, settings), LearningWatcher.nobody(), monitor)
                .id();
    }

    private void assertNothingStays() throws IOException {
        assertThat(project.runs()).isEmpty();
        var runs = folder.resolve("study/runs");
        if (Files.exists(runs)) {
            assertThat(runs).isEmptyDirectory();
        }
    }

    private static ProblemException refused(ProblemCode expected, ThrowingCallable work) {
        var failure = catchThrowableOfType(ProblemException.class, work);
        assertEquals(expected, failure.problem().code());
        return failure;
    }

    /** Does something once, as soon as a network learns. */
    private static final class Interfering implements JobMonitor {
        private final Runnable work;
        private boolean done;

        Interfering(Runnable work) {
            this.work = work;
        }

        @Override
        public void progress(double fraction, String doing) {
            if (!done && doing.contains("epoch")) {
                done = true;
                work.run();
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /** Cancels as soon as a network learns. */
    private static final class Cancelled implements JobMonitor {
        private int reports;

        @Override
        public void progress(double fraction, String doing) {
            reports++;
        }

        @Override
        public boolean cancelled() {
            return reports > 6;
        }
    }
}
