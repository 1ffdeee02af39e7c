package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.LabelEdit;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.SoftLabelSource.Way;
import org.ethotag.training.StudentForm;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.run.FoldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftLabelStepsTest {
    private static final WindowSettings WINDOWS = new WindowSettings(64, 1024, 1, "");
    private static final LearningWatcher NOBODY = (_, _) -> {};

    @TempDir
    private Path folder;

    private Project project;
    private Workflow workflow;

    @BeforeEach
    void study() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        project = Project.open(folder.resolve("study"));
        workflow = new Workflow(project);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aStudentOfAnEnsembleOutOfFoldIsMadeAgainBitForBit() {
        var source = new SoftLabelSource(Way.OUT_OF_FOLD, List.of(4L, 5L), false);
        var run = distil(teacher(Set.of("cow3")), source);
        assertThat(run.settings())
                .containsEntry("softLabels.way", "OUT_OF_FOLD")
                .containsEntry("softLabels.teacherSeeds", "4,5");
        assertThat(workflow.verify(run.id(), JobMonitor.unwatched()).differences())
                .isEmpty();
        assertThat(workflow.methods(run.id())).contains("soft labels made out of fold, mean of 2 teachers");
    }

    @Test
    void withoutAChoiceAManifestIsWhatItWasBeforeThereWasOne() {
        var run = distil(teacher(Set.of("cow3")), SoftLabelSource.standard());
        assertThat(run.settings().keySet()).noneMatch(key -> key.startsWith("softLabels"));
    }

    @Test
    void withOneAnimalToLearnFromOutOfFoldIsRefusedAndNothingIsKept() {
        var teacher = teacher(Set.of("cow2", "cow3"));
        assertThatThrownBy(() -> distil(teacher, new SoftLabelSource(Way.OUT_OF_FOLD, List.of(), false)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cow1 is the only animal with labels to learn from");
        assertEquals(
                List.of(teacher.id()),
                project.runs().stream().map(RunManifest::id).toList());
    }

    @Test
    void withoutAnUnlabelledSessionThatIsSaid() {
        var teacher = teacher(Set.of("cow3"));
        assertThatThrownBy(() -> distil(teacher, new SoftLabelSource(Way.IN_FOLD, List.of(), true)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has no unlabelled recording to learn from");
    }

    @Test
    void anUnlabelledSessionIsLearntFromUnlessItsAnimalIsJudged() {
        erase("cow1");
        var source = new SoftLabelSource(Way.IN_FOLD, List.of(), true);
        var without = crossValidate(SoftLabelSource.standard());
        var with = crossValidate(source);
        // judged are cow2 and cow3; the session of cow1 changes what is distilled and nothing else
        assertThat(model(with, "fold-1-student-4.model")).isEqualTo(model(without, "fold-1-student-4.model"));
        assertThat(model(with, "fold-1-distilled-4.model")).isNotEqualTo(model(without, "fold-1-distilled-4.model"));
        assertThat(workflow.verify(with.id(), JobMonitor.unwatched()).differences())
                .isEmpty();
    }

    @Test
    void unlabelledWindowsNeverOverlapAndAreOfSessionsWithoutLabels() {
        erase("cow1");
        var labelled = StudyWindows.of(project, WINDOWS, JobMonitor.unwatched()).dataset();
        var found = UnlabelledWindows.of(project, new WindowSettings(64, 16, 1, ""), labelled, JobMonitor.unwatched());
        assertEquals(List.of("cow1"), found.dataset().animals());
        assertEquals(labelled.classes(), found.dataset().classes());
        var windows = found.dataset().windows();
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).range().overlaps(windows.get(i - 1).range()))
                    .isFalse();
        }
        assertEquals(30 * 60 * 25 / 64, windows.size()); // half an hour at 25 Hz
    }

    private byte[] model(RunManifest run, String name) {
        return ModelFile.bytes(ModelFile.student(project.runFile(run.id(), name)));
    }

    private void erase(String animal) {
        var session = project.sessions().stream()
                .filter(one -> one.animal().equals(animal))
                .findFirst()
                .orElseThrow();
        for (var bout : project.labels(session.id()).bouts()) {
            project.edit(session.id(), "erase", new LabelEdit.Erase(bout.range()));
        }
    }

    private RunManifest teacher(Set<String> heldOut) {
        return workflow.run(
                new TrainTeacherStep(
                        WINDOWS,
                        heldOut,
                        1.0 / 16,
                        TrainingSettings.teacher().withEpochs(1).withBatch(16).withThreads(1)),
                NOBODY,
                JobMonitor.unwatched());
    }

    private RunManifest distil(RunManifest teacher, SoftLabelSource source) {
        return workflow.run(
                new DistilStep(
                        teacher.id(),
                        StudentShape.of(4),
                        new DistillationSettings(2, 0.5),
                        TrainingSettings.student().withEpochs(1).withBatch(16),
                        FineTuning.none(),
                        source),
                NOBODY,
                JobMonitor.unwatched());
    }

    private RunManifest crossValidate(SoftLabelSource source) {
        return workflow.run(
                new CrossValidateStep(
                        WINDOWS,
                        List.of(4),
                        StudentForm.usual(),
                        Students.WITHOUT_AND_WITH_DISTILLATION,
                        FoldPlan.standard(),
                        1.0 / 16,
                        TrainingSettings.teacher().withEpochs(1).withBatch(16).withThreads(1),
                        TrainingSettings.student().withEpochs(1).withBatch(16),
                        new DistillationSettings(2, 0.5),
                        List.of(16),
                        FineTuning.none(),
                        source,
                        0),
                JobMonitor.unwatched());
    }
}
