package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ethotag.problem.ProblemException;

/**
 * Ways to divide a dataset into training and test. All but {@link #leakyRandom} keep every animal on one side. Where
 * windows overlap (stride below length) the test side keeps only windows that do not overlap each other, so that no
 * second of behaviour counts twice; the training side keeps all.
 */
public final class Split {
    /** One to learn from and one to be judged on. */
    private static final int FEWEST = 2;

    private Split() {}

    /**
     * One fold per animal, sorted by the animal's id, which is the fold's name.
     *
     * @throws ProblemException if there is one animal, or a class without windows
     */
    public static List<Fold> leaveOneAnimalOut(Dataset dataset) {
        checkLearnable(dataset);
        return dataset.animals().stream()
                .map(animal -> fold(dataset, animal, Set.of(animal)))
                .toList();
    }

    /**
     * Tests on the given animals, learns from all others.
     *
     * @throws ProblemException if an animal has no windows, or none is left to learn from
     */
    public static Fold holdOut(Dataset dataset, Set<String> animals) {
        checkLearnable(dataset);
        var known = dataset.animals();
        for (String animal : animals) {
            if (!known.contains(animal)) {
                throw new ProblemException(DatasetProblem.UNKNOWN_ANIMAL, animal, String.join(", ", known));
            }
        }
        if (animals.size() == known.size() && known.size() > 1) {
            throw new ProblemException(DatasetProblem.ALL_HELD_OUT, String.join(", ", known));
        }
        if (animals.isEmpty() || animals.size() == known.size()) {
            throw new ProblemException(DatasetProblem.ONE_ANIMAL, String.join(", ", known));
        }
        return fold(dataset, String.join("+", new TreeSet<>(animals)), animals);
    }

    /**
     * Divides the animals among k folds whose test sides have about the same number of windows: the animals are
     * shuffled, then each goes to the fold with the fewest windows, large animals first.
     *
     * @param folds 2 to the number of animals
     * @param seed decides between animals of equal size
     * @throws ProblemException if there are fewer animals than folds
     */
    public static List<Fold> byAnimal(Dataset dataset, int folds, long seed) {
        checkLearnable(dataset);
        var animals = new ArrayList<>(dataset.animals());
        if (folds < FEWEST || folds > animals.size()) {
            throw new ProblemException(DatasetProblem.TOO_MANY_FOLDS, folds, animals.size());
        }
        var groups = balanced(animals, windowsPerAnimal(dataset), folds, seed);
        return IntStream.range(0, folds)
                .mapToObj(i -> fold(dataset, "fold " + (i + 1) + ": " + String.join("+", groups.get(i)), groups.get(i)))
                .toList();
    }

    /**
     * Divides windows at random, whoever they come from: the same animals are on both sides, so scores look better than
     * they will be on a new animal. Only for contrast; every fold says that it is leaky.
     *
     * @param folds 2 to the number of windows
     * @throws ProblemException if there are fewer windows than folds, or a class without windows
     */
    public static List<Fold> leakyRandom(Dataset dataset, int folds, long seed) {
        checkClasses(dataset);
        if (folds < FEWEST || folds > dataset.size()) {
            throw new ProblemException(DatasetProblem.TOO_MANY_PARTS, folds, dataset.size());
        }
        var order = new ArrayList<>(IntStream.range(0, dataset.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var result = new ArrayList<Fold>();
        for (int fold = 0; fold < folds; fold++) {
            int number = fold;
            int[] test = IntStream.range(0, order.size())
                    .filter(i -> i % folds == number)
                    .map(order::get)
                    .sorted()
                    .toArray();
            int[] train = IntStream.range(0, order.size())
                    .filter(i -> i % folds != number)
                    .map(order::get)
                    .sorted()
                    .toArray();
            result.add(new Fold("random " + (fold + 1), train, withoutOverlap(dataset, test), true));
        }
        return List.copyOf(result);
    }

    /** Classes that are judged and not learnt: the test side has windows of them and the training side has none. */
    public static List<String> notLearnt(Dataset dataset, Fold fold) {
        var train = new TreeSet<Integer>();
        IntStream.of(dataset.labels(fold.train())).forEach(train::add);
        return IntStream.of(dataset.labels(fold.test()))
                .distinct()
                .sorted()
                .filter(label -> !train.contains(label))
                .mapToObj(dataset.classes()::get)
                .toList();
    }

    /** Of the given windows, in their order within each session, those that overlap no earlier kept one. */
    public static int[] withoutOverlap(Dataset dataset, int[] windows) {
        if (dataset.spec().strideSamples() >= dataset.spec().lengthSamples()) {
            return windows.clone();
        }
        var keptUntil = new HashMap<String, Long>();
        var byStart = IntStream.of(windows)
                .boxed()
                .sorted((a, b) -> Long.compare(
                        dataset.windows().get(a).range().from(),
                        dataset.windows().get(b).range().from()))
                .toList();
        var kept = new ArrayList<Integer>();
        for (int index : byStart) {
            var window = dataset.windows().get(index);
            if (window.range().from() >= keptUntil.getOrDefault(window.session(), 0L)) {
                keptUntil.put(window.session(), window.range().to());
                kept.add(index);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /**
     * Whether anything can be learnt and judged by animal.
     *
     * @throws ProblemException if there is one animal, too little data, or a class without windows
     */
    public static void checkLearnable(Dataset dataset) {
        checkClasses(dataset);
        if (dataset.animals().size() < FEWEST) {
            throw new ProblemException(DatasetProblem.ONE_ANIMAL, String.join(", ", dataset.animals()));
        }
    }

    private static void checkClasses(Dataset dataset) {
        if (dataset.size() < FEWEST) {
            throw new ProblemException(DatasetProblem.TOO_LITTLE_DATA, dataset.size(), FEWEST);
        }
        int[] counts = dataset.countsPerClass();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                throw new ProblemException(
                        DatasetProblem.CLASS_WITHOUT_WINDOWS,
                        dataset.classes().get(i),
                        String.join(", ", dataset.classes()));
            }
        }
    }

    private static Fold fold(Dataset dataset, String name, Set<String> testAnimals) {
        int[] test = IntStream.range(0, dataset.size())
                .filter(i -> testAnimals.contains(dataset.windows().get(i).animal()))
                .toArray();
        int[] train = IntStream.range(0, dataset.size())
                .filter(i -> !testAnimals.contains(dataset.windows().get(i).animal()))
                .toArray();
        return new Fold(name, train, withoutOverlap(dataset, test));
    }

    private static Map<String, Integer> windowsPerAnimal(Dataset dataset) {
        var counts = new HashMap<String, Integer>();
        dataset.windows().forEach(window -> counts.merge(window.animal(), 1, Integer::sum));
        return counts;
    }

    private static List<Set<String>> balanced(
            List<String> animals, Map<String, Integer> windows, int folds, long seed) {
        var order = new ArrayList<>(animals);
        Collections.shuffle(order, new Random(seed));
        order.sort((a, b) -> Integer.compare(windows.getOrDefault(b, 0), windows.getOrDefault(a, 0)));
        var groups = new ArrayList<Set<String>>();
        int[] size = new int[folds];
        for (int i = 0; i < folds; i++) {
            groups.add(new TreeSet<>());
        }
        for (String animal : order) {
            int smallest = 0;
            for (int i = 1; i < folds; i++) {
                smallest = size[i] < size[smallest] ? i : smallest;
            }
            groups.get(smallest).add(animal);
            size[smallest] += windows.getOrDefault(animal, 0);
        }
        return groups;
    }
}
