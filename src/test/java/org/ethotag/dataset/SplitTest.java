package org.ethotag.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.WindowSpec;
import org.ethotag.testkit.Datasets;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final Dataset THREE = Datasets.of("graze", "rest")
            .window("b", 0)
            .window("a", 1)
            .window("c", 0)
            .window("a", 0)
            .window("c", 1)
            .build();

    @Test
    void leavingOneAnimalOutMakesAFoldPerAnimal() {
        assertThat(Split.leaveOneAnimalOut(THREE))
                .containsExactly(
                        new Fold("a", new int[] {0, 2, 4}, new int[] {1, 3}),
                        new Fold("b", new int[] {1, 2, 3, 4}, new int[] {0}),
                        new Fold("c", new int[] {0, 1, 3}, new int[] {2, 4}));
    }

    @Test
    void heldOutAnimalsAreTheTestSide() {
        assertThat(Split.holdOut(THREE, Set.of("c", "a")))
                .isEqualTo(new Fold("a+c", new int[] {0}, new int[] {1, 2, 3, 4}));
    }

    @Test
    void everyWindowIsTestedOnceAndNoAnimalIsOnBothSides() {
        trials(200, random -> {
            var dataset = randomDataset(random);
            int animals = dataset.animals().size();
            var folds = Split.byAnimal(dataset, 2 + random.nextInt(animals - 1), random.nextLong());
            assertThat(folds.stream()
                            .flatMapToInt(fold -> IntStream.of(fold.test()))
                            .sorted()
                            .toArray())
                    .isEqualTo(dataset.allIndices());
            for (Fold fold : folds) {
                assertThat(animals(dataset, fold.train())).doesNotContainAnyElementsOf(animals(dataset, fold.test()));
                assertThat(fold.train().length + fold.test().length).isEqualTo(dataset.size());
            }
        });
    }

    @Test
    void theSameSeedMakesTheSameFolds() {
        var dataset = randomDataset(new Random(3));
        assertThat(Split.byAnimal(dataset, 2, 7)).isEqualTo(Split.byAnimal(dataset, 2, 7));
    }

    @Test
    void aRandomSplitSaysThatItIsLeaky() {
        assertThat(Split.leakyRandom(THREE, 2, 1)).hasSize(2).allMatch(Fold::leaky);
    }

    @Test
    void splitsByAnimalAreNotLeaky() {
        assertThat(Split.byAnimal(THREE, 3, 1)).noneMatch(Fold::leaky);
    }

    @Test
    void overlappingWindowsAreLearntFromButNotTestedTwice() {
        var dataset = Datasets.of("graze", "rest")
                .cut(new WindowSpec(8, 4))
                .window("s", "a", 0, 0)
                .window("s", "a", 4, 0)
                .window("s", "a", 8, 0)
                .window("t", "b", 0, 1)
                .window("t", "b", 4, 1)
                .build();
        assertThat(Split.leaveOneAnimalOut(dataset).getFirst())
                .isEqualTo(new Fold("a", new int[] {3, 4}, new int[] {0, 2}));
    }

    @Test
    void aClassThatOnlyTheHeldOutAnimalHasIsNamed() {
        var dataset = Datasets.of("graze", "rest")
                .window("a", 0)
                .window("a", 1)
                .window("b", 0)
                .build();
        assertThat(Split.notLearnt(dataset, Split.holdOut(dataset, Set.of("a"))))
                .containsExactly("rest");
    }

    @Test
    void oneAnimalIsAProblem() {
        var one = Datasets.of("graze", "rest").window("a", 0).window("a", 1).build();
        assertProblem(DatasetProblem.ONE_ANIMAL, () -> Split.leaveOneAnimalOut(one));
    }

    @Test
    void aClassWithoutWindowsIsAProblem() {
        var lacking = Datasets.of("graze", "rest").window("a", 0).window("b", 0).build();
        assertProblem(DatasetProblem.CLASS_WITHOUT_WINDOWS, () -> Split.leaveOneAnimalOut(lacking));
    }

    @Test
    void noWindowsAreAProblem() {
        var none = Datasets.of("graze", "rest").build();
        assertProblem(DatasetProblem.TOO_LITTLE_DATA, () -> Split.byAnimal(none, 2, 1));
    }

    @Test
    void holdingOutAnUnknownAnimalIsAProblem() {
        assertProblem(DatasetProblem.UNKNOWN_ANIMAL, () -> Split.holdOut(THREE, Set.of("z")));
    }

    @Test
    void holdingOutAllAnimalsIsAProblem() {
        assertProblem(DatasetProblem.ALL_HELD_OUT, () -> Split.holdOut(THREE, Set.of("a", "b", "c")));
    }

    @Test
    void moreFoldsThanAnimalsAreAProblem() {
        assertProblem(DatasetProblem.TOO_MANY_FOLDS, () -> Split.byAnimal(THREE, 4, 1));
    }

    private static void assertProblem(DatasetProblem expected, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(expected));
    }

    private static List<String> animals(Dataset dataset, int[] windows) {
        return IntStream.of(windows)
                .mapToObj(i -> dataset.windows().get(i).animal())
                .distinct()
                .toList();
    }

    private static Dataset randomDataset(Random random) {
        var building = Datasets.of("graze", "rest").window("a0", 0).window("a1", 1);
        int animals = 2 + random.nextInt(6);
        for (int i = 0; i < 40; i++) {
            building.window("a" + random.nextInt(animals), random.nextInt(2));
        }
        return building.build();
    }
}
