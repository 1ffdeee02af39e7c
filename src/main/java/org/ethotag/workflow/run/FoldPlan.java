package org.ethotag.workflow.run;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;

/** How windows to learn from and windows to be judged on are divided. */
public sealed interface FoldPlan {
    /** Each animal in turn is judged by models that never saw it: what reviewers ask for. */
    record EachAnimal() implements FoldPlan {}

    /**
     * Animals are divided into groups, each judged in turn.
     *
     * @param count 2 to the number of animals
     */
    record Groups(int count) implements FoldPlan {}

    /**
     * Some animals are judged, by models that learn from all others.
     *
     * @param animals at least one
     */
    record HeldOut(Set<String> animals) implements FoldPlan {
        public HeldOut {
            animals = Set.copyOf(animals);
        }
    }

    /**
     * Windows are divided at random, so that the same animals are on both sides. Only for contrast, and only for those who
     * say that they know; every result says that it is leaky.
     *
     * @param count of parts, 2 or more
     */
    record Leaky(int count) implements FoldPlan {}

    /** Begins the words of every leaky protocol. */
    String LEAKY_MARK = "LEAKY";

    /** Leave one animal out. */
    static FoldPlan standard() {
        return new EachAnimal();
    }

    /**
     * Divides a dataset.
     *
     * @param seed decides what is random in the division
     * @throws org.ethotag.problem.ProblemException if there are too few animals for it
     */
    default List<Fold> of(Dataset dataset, long seed) {
        return switch (this) {
            case EachAnimal() -> Split.leaveOneAnimalOut(dataset);
            case Groups(int count) -> Split.byAnimal(dataset, count, seed);
            case HeldOut(Set<String> animals) -> List.of(Split.holdOut(dataset, animals));
            case Leaky(int count) -> Split.leakyRandom(dataset, count, seed);
        };
    }

    /** The same in words, for every result that rests on it. */
    default String words() {
        return switch (this) {
            case EachAnimal() -> "leave one animal out, predictions pooled";
            case Groups(int count) -> count + " folds by animal, predictions pooled";
            case HeldOut(Set<String> animals) ->
                "judged on animals held out: " + String.join(", ", new TreeSet<>(animals));
            case Leaky(int count) ->
                LEAKY_MARK + ": windows divided at random into " + count
                        + " parts, the same animals on both sides, so scores are too good; predictions pooled";
        };
    }

    /** As a manifest keeps it. */
    default String text() {
        return switch (this) {
            case EachAnimal() -> "animal";
            case Groups(int count) -> String.valueOf(count);
            case HeldOut(Set<String> animals) -> "held-out:" + RunArchive.animals(new TreeSet<>(animals));
            case Leaky(int count) -> "random:" + count;
        };
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static FoldPlan parse(String text) {
        if (text.equals("animal")) {
            return new EachAnimal();
        }
        int colon = text.indexOf(':');
        var rest = text.substring(colon + 1);
        if (text.startsWith("held-out:")) {
            return new HeldOut(Set.copyOf(RunArchive.animals(rest)));
        }
        if (!rest.matches("[0-9]{1,4}") || (colon >= 0 && !text.startsWith("random:"))) {
            throw new IllegalArgumentException("not a way to divide windows: " + text);
        }
        int count = Integer.parseInt(rest);
        return colon < 0 ? new Groups(count) : new Leaky(count);
    }
}
