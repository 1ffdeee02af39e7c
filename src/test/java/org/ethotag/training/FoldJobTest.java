package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldJobTest {
    private static final Dataset ALL = Learners.separable(135, 1);

    @Test
    void everyModelOfAFoldAnswersEveryTestWindow() {
        var fold = fold("a", 10);
        var result = new FoldJob(fold).run(JobMonitor.unwatched());
        var predictions = result.predictions(fold.test());
        assertEquals(
                List.of(
                        "teacher",
                        "student-4",
                        "distilled-4",
                        "aware-int8-4",
                        "student-8",
                        "distilled-8",
                        "aware-int8-8"),
                List.copyOf(predictions.keySet()));
        assertThat(Scores.of(predictions.get("student-8")).mcc()).isGreaterThan(0.9);
        assertThat(Scores.of(predictions.get("distilled-8")).mcc()).isGreaterThan(0.9);
    }

    @Test
    void theFolderHoldsTheWholeResult(@TempDir Path folder) {
        var result = new FoldJob(fold("a", 1)).run(JobMonitor.unwatched());
        FoldFiles.write(result, folder);
        assertEquals(result, FoldFiles.read(folder));
    }

    @Test
    void aFoldThroughFoldersIsTheFoldInMemory(@TempDir Path folder) {
        fold("a", 1).write(folder.resolve("in"));
        FoldJob.run(folder.resolve("in"), folder.resolve("out"), ModelShelf.none(), JobMonitor.unwatched());
        assertEquals(new FoldJob(fold("a", 1)).run(JobMonitor.unwatched()), FoldFiles.read(folder.resolve("out")));
    }

    @Test
    void aFoldThatWasCutOffGoesOnWithWhatItHad(@TempDir Path folder) {
        var shelf = ModelShelf.at(folder);
        var cutOff = new CancelsAt("Classifying");
        assertThatThrownBy(() -> new FoldJob(fold("a", 1), shelf).run(cutOff))
                .isInstanceOf(CancellationException.class);
        var second = new Remembers();
        var result = new FoldJob(fold("a", 1), shelf).run(second);
        assertThat(second.told).doesNotContain("Training, epoch 1 of 1").contains("Training, epoch 2 of 2");
        assertEquals(new FoldJob(fold("a", 1)).run(JobMonitor.unwatched()), result);
        var third = new Remembers();
        assertEquals(result, new FoldJob(fold("a", 1), shelf).run(third));
        assertThat(third.told).noneMatch(doing -> doing.startsWith("Training"));
    }

    @Test
    void workersGiveTheSameResultsAsThisProcess() {
        var folds = List.of(fold("a", 1), fold("b", 1));
        assertEquals(
                FoldRunner.inProcess().run(folds, JobMonitor.unwatched()),
                new FoldRunner(2).run(folds, JobMonitor.unwatched()));
    }

    @Test
    void cancellingEndsTheWorkersAndClearsUp() throws Exception {
        long before = temporaryFolders();
        var monitor = new CancelsAt("Training");
        assertThatThrownBy(() -> new FoldRunner(2).run(List.of(fold("a", 100_000), fold("b", 100_000)), monitor))
                .isInstanceOf(CancellationException.class);
        assertThat(ProcessHandle.current().children()).isEmpty();
        assertEquals(before, temporaryFolders());
    }

    @Test
    void aWorkerThatIsKilledIsAProblem(@TempDir Path folder) {
        try (var worker = WorkerProcess.start(fold("a", 100_000), folder, ModelShelf.none())) {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            assertThat(worker.ended(60_000)).isTrue();
            assertProblem(TrainingProblem.WORKER_CRASHED, worker::result);
        }
    }

    @Test
    void aWorkersProblemIsToldInItsWords() {
        int[] still = IntStream.range(0, ALL.size())
                .filter(i -> ALL.windows().get(i).label() == 1)
                .toArray();
        var fold = new FoldInput(settings("a", 1), ALL.only(still), ALL);
        assertThatThrownBy(() -> new FoldRunner(1).run(List.of(fold), JobMonitor.unwatched()))
                .hasMessageStartingWith("There is too little to learn from: 45 training windows");
    }

    @Test
    void anUnfinishedFolderIsRefused(@TempDir Path folder) throws Exception {
        FoldFiles.write(new FoldJob(fold("a", 1)).run(JobMonitor.unwatched()), folder);
        Files.delete(folder.resolve("manifest.txt"));
        assertProblem(TrainingProblem.FOLD_UNREADABLE, () -> FoldFiles.read(folder));
    }

    @Test
    void anotherModelThanTheManifestSaysIsRefused(@TempDir Path folder) throws Exception {
        FoldFiles.write(new FoldJob(fold("a", 1)).run(JobMonitor.unwatched()), folder);
        Files.copy(
                folder.resolve("student-4.model"),
                folder.resolve("distilled-4.model"),
                StandardCopyOption.REPLACE_EXISTING);
        assertProblem(TrainingProblem.FOLD_DAMAGED, () -> FoldFiles.read(folder));
    }

    @Test
    void settingsComeBackAsTheyWere() {
        var settings = settings("cow 12 = Bella", 3);
        assertEquals(settings, FoldSettings.parse(KeyedLines.parse("settings", KeyedLines.text(settings.values()))));
    }

    @Test
    void settingsOutOfRangeAreADamagedFile() {
        var text = KeyedLines.text(settings("a", 3).values()).replace("alpha=", "alpha=7");
        assertProblem(TrainingProblem.FOLD_DAMAGED, () -> FoldSettings.parse(KeyedLines.parse("settings", text)));
    }

    private static void assertProblem(TrainingProblem expected, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(expected, failure.problem().code()));
    }

    private static FoldInput fold(String heldOut, int epochs) {
        int[] train = IntStream.range(0, ALL.size())
                .filter(i -> !ALL.windows().get(i).animal().equals(heldOut))
                .toArray();
        int[] test = IntStream.range(0, ALL.size())
                .filter(i -> ALL.windows().get(i).animal().equals(heldOut))
                .toArray();
        return new FoldInput(settings(heldOut, epochs), ALL.only(train), ALL.only(test));
    }

    private static FoldSettings settings(String name, int epochs) {
        return new FoldSettings(
                name,
                1.0 / 16,
                TrainingSettings.teacher()
                        .withEpochs(epochs)
                        .withBatch(16)
                        .withThreads(1)
                        .withSeed(3),
                List.of(4, 8),
                new StudentForm(8, new InputPerceptron.None()),
                TrainingSettings.student()
                        .withEpochs(2 * epochs)
                        .withBatch(16)
                        .withLearningRate(0.02)
                        .withAugmentation(Augmentation.none())
                        .withSeed(3),
                new DistillationSettings(2, 0.5),
                new FineTuning(
                        List.of(8),
                        TrainingSettings.aware().withEpochs(3).withBatch(16).withSeed(3)));
    }

    private static long temporaryFolders() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ethotag-folds"))
                    .count();
        }
    }

    /** Cancels as soon as something is being done. */
    private static final class CancelsAt implements JobMonitor {
        private final String doing;
        private boolean reached;

        CancelsAt(String doing) {
            this.doing = doing;
        }

        @Override
        public void progress(double fraction, String now) {
            reached |= now.contains(doing);
        }

        @Override
        public boolean cancelled() {
            return reached;
        }
    }

    /** Keeps all that is told. */
    private static final class Remembers implements JobMonitor {
        private final List<String> told = new ArrayList<>();

        @Override
        public void progress(double fraction, String doing) {
            told.add(doing);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
