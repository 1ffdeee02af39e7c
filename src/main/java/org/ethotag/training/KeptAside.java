package org.ethotag.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Window;
import org.ethotag.problem.ProblemException;

/**
 * Which training windows decide when to stop: all those of about a fifth of the training animals, at least one. Animals that
 * are judged have no part in it.
 *
 * @param learnt windows that are learnt from
 * @param aside windows that are only watched
 */
record KeptAside(int[] learnt, int[] aside) {
    /** As usual for a validation set. */
    private static final int ONE_OF = 5;

    /**
     * Drawn by the seed; an animal that alone has a class stays with those that are learnt from.
     *
     * @throws ProblemException if no animal can be spared
     */
    static KeptAside of(Dataset training, long seed) {
        var animals = new ArrayList<>(training.windows().stream()
                .filter(Window::isLabelled)
                .map(Window::animal)
                .distinct()
                .sorted()
                .toList());
        int wanted = Math.max(1, animals.size() / ONE_OF);
        var random = new SplittableRandom(seed);
        var spared = new HashSet<String>();
        while (spared.size() < wanted && !animals.isEmpty()) {
            var next = animals.remove(random.nextInt(animals.size()));
            spared.add(next);
            if (classes(training, spared) < classes(training, Set.of())) {
                spared.remove(next);
            }
        }
        if (spared.isEmpty()) {
            throw new ProblemException(
                    TrainingProblem.NO_ANIMAL_TO_SPARE, training.animals().size());
        }
        int[] watched = IntStream.of(rows(training, spared, true))
                .filter(i -> training.windows().get(i).isLabelled())
                .toArray();
        return new KeptAside(rows(training, spared, false), watched);
    }

    private static long classes(Dataset dataset, Set<String> without) {
        return Arrays.stream(dataset.labels(rows(dataset, without, false)))
                .distinct()
                .count();
    }

    private static int[] rows(Dataset dataset, Set<String> animals, boolean inside) {
        return IntStream.of(dataset.allIndices())
                .filter(i -> animals.contains(dataset.windows().get(i).animal()) == inside)
                .toArray();
    }
}
