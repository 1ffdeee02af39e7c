package org.ethotag.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;

/**
 * What a model answered for each window, beside the truth. Callers must not change the arrays.
 *
 * @param classes names of the classes
 * @param windows index of each window in its dataset, so that a number leads back to the signal
 * @param animals id of the animal of each window
 * @param truth class of each window by its label
 * @param answer class of each window by the model
 */
public record Predictions(List<String> classes, int[] windows, List<String> animals, int[] truth, int[] answer) {
    public Predictions {
        classes = List.copyOf(classes);
        animals = List.copyOf(animals);
        if (windows.length != truth.length || animals.size() != truth.length || answer.length != truth.length) {
            throw new IllegalArgumentException("windows " + windows.length + ", animals " + animals.size() + ", truth "
                    + truth.length + ", answers " + answer.length);
        }
        for (int i = 0; i < truth.length; i++) {
            checkClass(truth[i], classes.size());
            checkClass(answer[i], classes.size());
        }
    }

    /** Windows that are numbered in their order here. */
    public Predictions(List<String> classes, List<String> animals, int[] truth, int[] answer) {
        this(classes, IntStream.range(0, truth.length).toArray(), animals, truth, answer);
    }

    /** Answers for some windows of a dataset. */
    public static Predictions of(Dataset dataset, int[] windows, int[] answer) {
        var animals = IntStream.of(windows)
                .mapToObj(i -> dataset.windows().get(i).animal())
                .toList();
        return new Predictions(dataset.classes(), windows.clone(), animals, dataset.labels(windows), answer.clone());
    }

    /**
     * The predictions of all folds as one, in their order.
     *
     * @param folds at least one, all with the same classes
     */
    public static Predictions pooled(List<Predictions> folds) {
        var classes = folds.getFirst().classes();
        for (Predictions fold : folds) {
            if (!fold.classes().equals(classes)) {
                throw new IllegalArgumentException("folds of different classes: " + classes + ", " + fold.classes());
            }
        }
        return new Predictions(
                classes,
                folds.stream()
                        .flatMapToInt(fold -> IntStream.of(fold.windows()))
                        .toArray(),
                folds.stream().flatMap(fold -> fold.animals().stream()).toList(),
                folds.stream().flatMapToInt(fold -> IntStream.of(fold.truth())).toArray(),
                folds.stream().flatMapToInt(fold -> IntStream.of(fold.answer())).toArray());
    }

    /** How many windows. */
    public int size() {
        return truth.length;
    }

    /** The ids of the animals, each once, sorted. */
    public List<String> distinctAnimals() {
        return animals.stream().distinct().sorted().toList();
    }

    /** Only the windows of one animal. */
    public Predictions ofAnimal(String animal) {
        return at(IntStream.range(0, size())
                .filter(i -> animals.get(i).equals(animal))
                .toArray());
    }

    /** Only the windows of one cell of the confusion matrix: what a click on it lists. */
    public Predictions ofCell(int truthClass, int answerClass) {
        return at(IntStream.range(0, size())
                .filter(i -> truth[i] == truthClass && answer[i] == answerClass)
                .toArray());
    }

    private Predictions at(int[] places) {
        return new Predictions(
                classes,
                IntStream.of(places).map(i -> windows[i]).toArray(),
                IntStream.of(places).mapToObj(animals::get).toList(),
                IntStream.of(places).map(i -> truth[i]).toArray(),
                IntStream.of(places).map(i -> answer[i]).toArray());
    }

    private static void checkClass(int index, int classes) {
        if (index < 0 || index >= classes) {
            throw new IllegalArgumentException("class " + index + " of " + classes);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Predictions p
                && classes.equals(p.classes)
                && animals.equals(p.animals)
                && Arrays.equals(windows, p.windows)
                && Arrays.equals(truth, p.truth)
                && Arrays.equals(answer, p.answer);
    }

    @Override
    public int hashCode() {
        return classes.hashCode() + 31 * Arrays.hashCode(truth) + 961 * Arrays.hashCode(answer);
    }

    @Override
    public String toString() {
        return size() + " predictions of " + classes;
    }
}
