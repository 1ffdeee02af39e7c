package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Learners;
import org.ethotag.training.SoftLabelSource.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftLabelSourceTest {
    private static final Dataset ALL = Learners.separable(135, 1);
    private static final SoftLabelSource OUT_OF_FOLD = new SoftLabelSource(Way.OUT_OF_FOLD, List.of(), false);

    @TempDir
    private Path folder;

    @Test
    void theTeacherThatLabelsAnAnimalOutOfFoldNeverSawIt() throws IOException {
        new FoldJob(input(OUT_OF_FOLD, Set.of("a", "b")), ModelShelf.at(folder)).run(JobMonitor.unwatched());
        var byWindows = new TreeMap<String, Set<String>>();
        for (Set<String> animals : List.of(Set.of("a"), Set.of("b"), Set.of("a", "b"))) {
            byWindows.put(of(animals).sha256(), animals);
        }
        var teachers = new TreeMap<String, Set<String>>();
        var asked = new TreeMap<String, Set<String>>();
        for (KeyedLines recipe : recipes()) {
            var animals = byWindows.getOrDefault(recipe.values().getOrDefault("windows.training", ""), Set.of());
            if (recipe.text("part").equals("teacher")) {
                teachers.put(String.join("+", new TreeSet<>(animals)), animals);
            } else if (recipe.text("part").equals("soft labels")) {
                asked.put(recipe.text("model.teacher"), animals);
            }
        }
        assertEquals(Set.of("a", "b", "a+b"), teachers.keySet());
        // a teacher's hash is found again by training it on its animals alone
        var hashes = Map.of(
                teacherHash(Set.of("a")), Set.of("b"),
                teacherHash(Set.of("b")), Set.of("a"));
        assertEquals(hashes, asked);
    }

    @Test
    void withOneAnimalNobodyIsOutOfFold() {
        assertThatThrownBy(() -> new FoldJob(input(OUT_OF_FOLD, Set.of("b"))).run(JobMonitor.unwatched()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(
                                "Soft labels cannot be made out of fold in fold c: b is the only animal with labels to"
                                        + " learn from.",
                                failure.problem().what()));
    }

    @Test
    void anEnsembleOfOneIsItsTeacherBitForBit() {
        var alone = new FoldJob(input(SoftLabelSource.standard(), Set.of("a", "b"))).run(JobMonitor.unwatched());
        var ensemble = new FoldJob(input(SoftLabelSource.standard().withTeacherSeeds(List.of(3L)), Set.of("a", "b")))
                .run(JobMonitor.unwatched());
        assertEquals(alone.students(), ensemble.students());
    }

    @Test
    void theMeanOfTeachersIsTheMeanOfTheirSoftenedProbabilities() {
        // two teachers, temperature 2: softmax((2, 0) / 2) = 0.731059, softmax((0, 4) / 2) = 0.119203 (by hand)
        float[][] mean = SoftLabels.mean(List.of(new float[][] {{2, 0}}, new float[][] {{0, 4}}), 2);
        double[] logs = Softmax.logOf(mean[0], 2);
        assertThat(Math.exp(logs[0])).isCloseTo((0.731059 + 0.119203) / 2, offset(1e-6));
    }

    @Test
    void aTeacherThatIsSureToTheLastBitStaysFinite() {
        float[][] mean = SoftLabels.mean(List.of(new float[][] {{3000, -3000}}, new float[][] {{3000, -3000}}), 1);
        assertThat(mean[0]).doesNotContain(Float.NEGATIVE_INFINITY);
        assertThat(mean[0][0]).isGreaterThan(mean[0][1]);
    }

    @Test
    void unlabelledWindowsTeachOnlyTheDistilledStudent() {
        var withheld = of(Set.of("b")).withoutLabels();
        var source = new SoftLabelSource(Way.IN_FOLD, List.of(), true);
        var alone = new FoldJob(input(SoftLabelSource.standard(), Set.of("a"))).run(JobMonitor.unwatched());
        var beside = new FoldJob(new FoldInput(settings(source), of(Set.of("a")), of(Set.of("c")), withheld))
                .run(JobMonitor.unwatched());
        assertEquals(alone.teacher(), beside.teacher());
        assertEquals(alone.students().getFirst(), beside.students().getFirst());
        assertThat(beside.students().getLast().model())
                .isNotEqualTo(alone.students().getLast().model());
    }

    @Test
    void nothingOfALabelIsLeftWhereItIsWithheld() {
        var windows = of(Set.of("b"));
        var wrong = new Dataset(
                windows.classes(),
                windows.rate(),
                windows.spec(),
                windows.windows().stream()
                        .map(w -> new Window(w.session(), w.animal(), w.range(), 0))
                        .toList(),
                IntStream.range(0, windows.size()).mapToObj(windows::valuesG).toList());
        assertEquals(windows.withoutLabels().sha256(), wrong.withoutLabels().sha256());
    }

    @Test
    void unlabelledWindowsOfAJudgedAnimalAreRefused() {
        var source = new SoftLabelSource(Way.IN_FOLD, List.of(), true);
        var judged = of(Set.of("c"));
        assertThatThrownBy(() -> new FoldInput(settings(source), of(Set.of("a")), judged, judged.withoutLabels()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFoldWithUnlabelledWindowsThroughFoldersIsTheFoldInMemory() {
        var source = new SoftLabelSource(Way.IN_FOLD, List.of(3L, 4L), true);
        var input = new FoldInput(
                settings(source),
                of(Set.of("a")),
                of(Set.of("c")),
                of(Set.of("b")).withoutLabels());
        input.write(folder.resolve("in"));
        var back = FoldInput.read(folder.resolve("in"));
        assertEquals(input.settings(), back.settings());
        assertEquals(input.unlabelled().sha256(), back.unlabelled().sha256());
        assertEquals(input.unlabelled().windows(), back.unlabelled().windows());
    }

    @Test
    void foldsWithoutAChoiceAreWrittenAsBeforeThereWasOne() {
        assertThat(settings(SoftLabelSource.standard()).values().keySet())
                .noneMatch(key -> key.startsWith("softLabels"));
    }

    @Test
    void softLabelsComeInTheOrderOfTheWindows() {
        float[][] all = new float[4][];
        SoftLabels.place(new float[][] {{1}, {2}}, new int[] {3, 0}, all);
        SoftLabels.place(new float[][] {{3}, {4}}, new int[] {1, 2}, all);
        assertArrayEquals(new float[][] {{2}, {3}, {4}, {1}}, all);
    }

    private static String teacherHash(Set<String> animals) {
        var windows = of(animals);
        var own = settings(SoftLabelSource.standard()).teacher();
        var both = of(Set.of("a", "b"));
        var settings = own.withSteps(Math.ceilDiv(both.size(), own.batch()) * own.epochs(), windows.size());
        var teacher = TeacherTraining.train(
                        TrainingData.all(windows), 1.0 / 16, settings, _ -> {}, JobMonitor.unwatched())
                .model();
        return ModelFile.modelHash(teacher);
    }

    private List<KeyedLines> recipes() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(KeyedLines::read)
                    .collect(Collectors.toList());
        }
    }

    private static FoldInput input(SoftLabelSource source, Set<String> animals) {
        return new FoldInput(settings(source), of(animals), of(Set.of("c")));
    }

    private static Dataset of(Set<String> animals) {
        return ALL.only(IntStream.range(0, ALL.size())
                .filter(i -> animals.contains(ALL.windows().get(i).animal()))
                .toArray());
    }

    private static FoldSettings settings(SoftLabelSource source) {
        return new FoldSettings(
                "c",
                1.0 / 16,
                TrainingSettings.teacher()
                        .withEpochs(1)
                        .withBatch(16)
                        .withThreads(1)
                        .withSeed(3),
                List.of(4),
                new StudentForm(8, new InputPerceptron.None()),
                TrainingSettings.student().withEpochs(2).withBatch(16).withSeed(3),
                new DistillationSettings(2, 0.5),
                FineTuning.none(),
                source);
    }
}
