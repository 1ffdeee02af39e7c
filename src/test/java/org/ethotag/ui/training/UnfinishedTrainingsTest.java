package org.ethotag.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobState;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.Augmentation;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.LearningPlan;
import org.ethotag.workflow.LearningWatcher;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.UnfinishedStep;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study in which a training was broken off is opened: what the page offers. */
class UnfinishedTrainingsTest {
    private static final TrainTeacherStep TEACHER = new TrainTeacherStep(
            new WindowSettings(64, 512, 1, ""),
            Set.of("cow3"),
            1.0 / 16,
            TrainingSettings.teacher()
                    .withEpochs(4)
                    .withBatch(16)
                    .withThreads(1)
                    .withAugmentation(Augmentation.none()));
    private static final DistilStep STUDENTS = new DistilStep(
            "",
            new StudentShape(4, 5, 4),
            DistillationSettings.standard(),
            TrainingSettings.student().withEpochs(3).withBatch(16).withAugmentation(Augmentation.none()));

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final TrainingViewModel model = new TrainingViewModel(Jobs.immediate(), study, problems::add);

    @BeforeEach
    void makeStudy() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
    }

    @AfterEach
    void closeStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void aTeacherThatWasBrokenOffGoesOnAndItsStudentsFollow() {
        brokenOff(workflow -> workflow.run(TEACHER, LearningWatcher.nobody(), after(2)));
        study.open(folder.resolve("study"));
        assertThat(model.unfinished().waiting()).singleElement().satisfies(waiting -> {
            assertEquals(2, waiting.epoch());
            assertEquals(4, waiting.epochs());
        });
        var told = model.curve();
        model.resume(model.unfinished().waiting().getFirst());
        assertThat(model.stateProperty().get()).isInstanceOf(JobState.Succeeded.class);
        assertThat(study.runs().stream().map(RunManifest::kind)).containsExactly("teacher", "student");
        assertThat(told.stream().filter(point -> point.model().equals("teacher")))
                .hasSize(4);
        assertThat(model.unfinished().waiting()).isEmpty();
        var project = study.project().orElseThrow();
        assertThat(LearningPlan.of(project)).isEmpty();
        for (RunManifest run : study.runs()) {
            assertThat(new Workflow(project)
                            .verify(run.id(), JobMonitor.unwatched())
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void studentsThatWereBrokenOffGoOnWithoutAnotherTeacher() {
        brokenOff(workflow -> {
            var teacher = workflow.run(TEACHER, LearningWatcher.nobody(), JobMonitor.unwatched());
            workflow.run(plan().studentsOf(teacher.id()), LearningWatcher.nobody(), after(5));
        });
        study.open(folder.resolve("study"));
        model.resume(model.unfinished().waiting().getFirst());
        assertThat(study.runs().stream().map(RunManifest::kind)).containsExactly("teacher", "student");
        assertThat(study.runs().getLast().settings()).containsEntry("student.input", "4");
        assertThat(model.unfinished().waiting()).isEmpty();
    }

    @Test
    void whatIsDiscardedIsGoneForGood() throws IOException {
        brokenOff(workflow -> workflow.run(TEACHER, LearningWatcher.nobody(), after(2)));
        study.open(folder.resolve("study"));
        model.unfinished().discard(model.unfinished().waiting().getFirst());
        study.close();
        study.open(folder.resolve("study"));
        assertThat(model.unfinished().waiting()).isEmpty();
        try (var files = Files.list(folder.resolve("study").resolve("shelf"))) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".unfinished")))
                    .isEmpty();
        }
    }

    @Test
    void theSameTrainingBegunAgainIsNotOfferedTwice() {
        brokenOff(workflow -> workflow.run(TEACHER, LearningWatcher.nobody(), after(1)));
        brokenOff(workflow -> workflow.run(TEACHER, LearningWatcher.nobody(), after(3)));
        study.open(folder.resolve("study"));
        assertThat(model.unfinished().waiting())
                .extracting(UnfinishedStep::epoch)
                .containsExactly(3);
    }

    private static LearningPlan plan() {
        return new LearningPlan(TEACHER, STUDENTS, null);
    }

    private interface Work {
        void in(Workflow workflow);
    }

    /** Learns until it is interrupted, as on the command line; the page had a plan then. */
    private void brokenOff(Work work) {
        try (var project = Project.open(folder.resolve("study"))) {
            plan().keep(project);
            assertThatThrownBy(() -> work.in(new Workflow(project))).isInstanceOf(CancellationException.class);
        }
    }

    /** Interrupts once so many epochs were told. */
    private static JobMonitor after(int epochs) {
        return new JobMonitor() {
            private int heard;

            @Override
            public void progress(double fraction, String doing) {
                // epochs are told
            }

            @Override
            public boolean cancelled() {
                return heard == epochs;
            }

            @Override
            public void tell(String line) {
                heard++;
            }
        };
    }
}
