package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.LabelShare;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.ModelShelf;
import org.ethotag.training.StudentForm;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.sweep.SweepGrid;
import org.ethotag.workflow.sweep.SweepProblem;
import org.ethotag.workflow.sweep.SweepSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepWorkTest {
    private static final WindowSettings WINDOWS = new WindowSettings(64, 1024, 1, "");

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void study() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        project = Project.open(folder.resolve("study"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aSweepThatWasKilledGoesOnAndYieldsTheSameReport() {
        var step = step(List.of(4), List.of("1", "all"), List.of(SweepSource.IN_FOLD, SweepSource.UNLABELLED));
        var killed = new CancelsAt("Cell 3 of 6");
        assertThatThrownBy(() -> new SweepWork(project).make(step, killed)).isInstanceOf(CancellationException.class);
        assertThat(project.runs()).isEmpty();
        var again = new CancelsAt("never");
        var goneOn = new SweepWork(project).make(step, again);
        assertThat(again.trainedIn).doesNotContain("Cell 1 of 6", "Cell 2 of 6");
        var whole = new SweepWork(project).make(step, ModelShelf.none(), JobMonitor.unwatched());
        assertEquals(whole.files().keySet(), goneOn.files().keySet());
        whole.files()
                .forEach(
                        (name, bytes) -> assertArrayEquals(bytes, goneOn.files().get(name), name));
        assertEquals(whole.settings(), goneOn.settings());
        assertEquals(whole.furtherScores(), goneOn.furtherScores());
    }

    @Test
    void aSweepIsKeptAsARunThatIsReadBackAndCanBeVerified() {
        var workflow = new Workflow(project);
        var run = workflow.run(
                step(List.of(4), List.of("1", "all"), List.of(SweepSource.OUT_OF_FOLD)), JobMonitor.unwatched());
        assertEquals(RunKind.SWEEP.id(), run.kind());
        assertEquals(
                new TreeSet<>(Set.of(RunFiles.SWEEP, RunFiles.SWEEP_CHART)), new TreeSet<>(project.runFiles(run.id())));
        var outcomes = workflow.sweep(run.id()).outcomes();
        assertThat(outcomes)
                .extracting(one -> one.cell().source())
                .containsExactly(SweepSource.NONE, SweepSource.OUT_OF_FOLD, SweepSource.NONE, SweepSource.OUT_OF_FOLD);
        assertThat(outcomes).extracting(one -> one.why()).containsExactly("", "no second animal to learn from", "", "");
        assertThat(workflow.verify(run.id(), JobMonitor.unwatched()).differences())
                .isEmpty();
        assertThat(workflow.comparison(run.id()).models()).isEmpty();
        assertThat(workflow.methods(run.id()))
                .contains("labels of 1, all of the animals", "H=4, all animals, soft, out of fold, T 2, alpha 0.5 ")
                .contains("With fewer than 3 seeds nothing may be called better.");
    }

    @Test
    void noDesignHoldsAWindowOfTheAnimalThatItJudges() {
        var dataset = StudyWindows.of(project, WINDOWS, JobMonitor.unwatched()).dataset();
        var folds = FoldPlan.standard().of(dataset, 0);
        var frames = FoldFrames.of(project, dataset, folds, JobMonitor.unwatched());
        // sessions without labels, of every animal: the worst case
        var everything = new UnlabelledWindows(dataset.withoutLabels());
        var step = step(List.of(4), List.of("1"), List.of(SweepSource.UNLABELLED));
        var designs = new SweepDesigns(step, dataset, folds, frames, everything);
        for (LabelShare share : List.of(LabelShare.parse("1"), LabelShare.all())) {
            for (var design : designs.of(share)) {
                var judged = Set.copyOf(design.test().animals());
                assertEquals(Set.of(design.fold().name()), judged);
                assertThat(design.training().animals())
                        .doesNotContainAnyElementsOf(judged)
                        .isNotEmpty();
                assertThat(design.unlabelled().animals())
                        .doesNotContainAnyElementsOf(judged)
                        .isNotEmpty();
                assertThat(design.unlabelled().windows()).noneMatch(window -> window.isLabelled());
            }
        }
    }

    @Test
    void theLeakGuardFindsAnUnlabelledCopyOfAJudgedRecording() {
        var dataset = StudyWindows.of(project, WINDOWS, JobMonitor.unwatched()).dataset();
        var folds = FoldPlan.standard().of(dataset, 0);
        // the recording of the first animal once more, under another animal's name
        var copied = dataset.only(folds.getFirst().test());
        var windows = copied.windows().stream()
                .map(w -> new Window("copy", "somebody", w.range(), w.label()))
                .toList();
        var copy = new Dataset(
                        copied.classes(),
                        copied.rate(),
                        copied.spec(),
                        windows,
                        IntStream.range(0, copied.size())
                                .mapToObj(copied::valuesG)
                                .toList())
                .withoutLabels();
        assertThatThrownBy(() -> LeakGuard.check(dataset, folds, new UnlabelledWindows(copy)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(
                                WorkflowProblem.LEAKY_FOLD, failure.problem().code()));
    }

    @Test
    void aGridThatIsTooLargeIsRefusedBeforeAnythingIsTrained() {
        var seeds = LongStream.range(0, 50_000).boxed().toList();
        var grid = new SweepGrid(
                List.of(4), List.of(LabelShare.all()), List.of(SweepSource.IN_FOLD), List.of(4.0), List.of(0.3), seeds);
        assertProblem(SweepProblem.TOO_LARGE, step(grid));
    }

    @Test
    void moreAnimalsThanThereAreAreRefused() {
        assertProblem(SweepProblem.TOO_MANY_ANIMALS, step(List.of(4), List.of("3"), List.of(SweepSource.IN_FOLD)));
    }

    private void assertProblem(SweepProblem expected, SweepStep step) {
        assertThatThrownBy(() -> new SweepWork(project).make(step, new CancelsAt("Training")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(expected, failure.problem().code()));
    }

    private static SweepStep step(List<Integer> hidden, List<String> shares, List<SweepSource> sources) {
        return step(new SweepGrid(
                hidden,
                shares.stream().map(LabelShare::parse).toList(),
                sources,
                List.of(2.0),
                List.of(0.5),
                List.of(7L)));
    }

    private static SweepStep step(SweepGrid grid) {
        return new SweepStep(
                WINDOWS,
                grid,
                StudentForm.usual(),
                1.0 / 16,
                TrainingSettings.teacher().withThreads(1).withBatch(16).withSeed(2),
                4,
                TrainingSettings.student().withBatch(16),
                6,
                List.of(1L, 2L),
                0,
                0);
    }

    /** Cancels once something is told, and remembers in which cells something was trained. */
    private static final class CancelsAt implements JobMonitor {
        private final Set<String> trainedIn = new TreeSet<>();
        private final String words;
        private boolean reached;

        CancelsAt(String words) {
            this.words = words;
        }

        @Override
        public void progress(double fraction, String doing) {
            reached |= doing.contains(words);
            if (doing.contains("Training")) {
                trainedIn.add(doing.substring(0, doing.indexOf(" (")));
            }
        }

        @Override
        public boolean cancelled() {
            return reached;
        }
    }
}
