package org.ethotag.workflow;

import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Predictions;

/**
 * What several models said about the same windows.
 *
 * @param protocol how windows to learn from and windows to be judged on were divided, in words
 * @param seed of the training
 * @param classes names of the classes
 * @param windows the windows that were judged, with the truth as their label
 * @param models one or more, in the order in which they are shown
 */
public record Comparison(
        String protocol, long seed, List<String> classes, List<Window> windows, List<ModelAnswers> models) {
    /**
     * The answers of one model.
     *
     * @param name teacher, student (hard labels only), distilled, or fixed (the distilled student in integers)
     * @param hidden units of the recurrent layer, 0 for a teacher
     * @param answers index of a class per window
     * @param bytes size of its weights, or of its blob
     * @param multiplications for one window
     */
    public record ModelAnswers(String name, int hidden, List<Integer> answers, long bytes, long multiplications) {
        public ModelAnswers {
            answers = List.copyOf(answers);
        }

        /** Unique within a comparison: the name, and H for a student. */
        public String title() {
            return hidden == 0 ? name : name + " H=" + hidden;
        }
    }

    public Comparison {
        classes = List.copyOf(classes);
        windows = List.copyOf(windows);
        models = List.copyOf(models);
        for (ModelAnswers model : models) {
            if (model.answers().size() != windows.size()) {
                throw new IllegalArgumentException(
                        model.name() + " answered " + model.answers().size() + " of " + windows.size() + " windows");
            }
        }
    }

    /** The animals that were judged, sorted. */
    public List<String> animals() {
        return windows.stream().map(Window::animal).distinct().sorted().toList();
    }

    /** One model's answers beside the truth, ready to be scored. */
    public Predictions predictions(ModelAnswers model) {
        return new Predictions(
                classes,
                windows.stream().map(Window::animal).toList(),
                windows.stream().mapToInt(Window::label).toArray(),
                model.answers().stream().mapToInt(Integer::intValue).toArray());
    }

    /** The windows behind one cell of a model's confusion matrix. */
    public List<Window> windowsOf(ModelAnswers model, int truth, int answer) {
        return IntStream.range(0, windows.size())
                .filter(i -> windows.get(i).label() == truth && model.answers().get(i) == answer)
                .mapToObj(windows::get)
                .toList();
    }
}
