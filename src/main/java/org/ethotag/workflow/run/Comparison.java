package org.ethotag.workflow.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Probabilities;

/**
 * What several models said about the same windows.
 *
 * @param protocol how windows to learn from and windows to be judged on were divided, in words
 * @param seed of the training
 * @param classes names of the classes
 * @param windows the windows that were judged, with the truth as their label
 * @param models one or more, in the order in which they are shown
 * @param baselines what can be had without a network on the same division; empty if none was judged
 * @param folds number of the fold that judged each window, from 0
 * @param aside the bouts that a written rule sets aside
 */
public record Comparison(
        String protocol,
        long seed,
        List<String> classes,
        List<Window> windows,
        List<ModelAnswers> models,
        List<ModelAnswers> baselines,
        List<Integer> folds,
        SetAside aside) {
    /**
     * The answers of one model.
     *
     * @param name teacher, student (hard labels only), distilled, or fixed (the distilled student in integers)
     * @param hidden units of the recurrent layer, 0 for a teacher
     * @param answers index of a class per window
     * @param bytes size of its weights, or of its blob
     * @param multiplications for one window
     * @param probabilities one row per window, or none if they are not known
     */
    public record ModelAnswers(
            String name,
            int hidden,
            List<Integer> answers,
            long bytes,
            long multiplications,
            Probabilities probabilities) {
        public ModelAnswers {
            answers = List.copyOf(answers);
            if (!probabilities.isEmpty() && probabilities.size() != answers.size()) {
                throw new IllegalArgumentException(
                        answers.size() + " answers, probabilities of " + probabilities.size() + " windows");
            }
        }

        /** Without probabilities. */
        public ModelAnswers(String name, int hidden, List<Integer> answers, long bytes, long multiplications) {
            this(name, hidden, answers, bytes, multiplications, Probabilities.none());
        }

        /** Unique within a comparison: the name, and H for a student. */
        public String title() {
            return hidden == 0 ? name : name + " H=" + hidden;
        }

        private ModelAnswers only(int[] rows) {
            return new ModelAnswers(
                    name,
                    hidden,
                    IntStream.of(rows).mapToObj(answers::get).toList(),
                    bytes,
                    multiplications,
                    probabilities.only(rows));
        }

        /** The same model's answers about further windows, after these. */
        public ModelAnswers followedBy(ModelAnswers next) {
            var all = new ArrayList<>(answers);
            all.addAll(next.answers);
            return new ModelAnswers(
                    name,
                    hidden,
                    all,
                    Math.max(bytes, next.bytes),
                    multiplications,
                    probabilities.followedBy(next.probabilities));
        }
    }

    public Comparison {
        classes = List.copyOf(classes);
        windows = List.copyOf(windows);
        models = List.copyOf(models);
        baselines = List.copyOf(baselines);
        folds = List.copyOf(folds);
        if (folds.size() != windows.size()) {
            throw new IllegalArgumentException(folds.size() + " folds of " + windows.size() + " windows");
        }
        checkAnswers(models, windows.size());
        checkAnswers(baselines, windows.size());
    }

    /** Nothing is set aside. */
    public Comparison(
            String protocol,
            long seed,
            List<String> classes,
            List<Window> windows,
            List<ModelAnswers> models,
            List<ModelAnswers> baselines,
            List<Integer> folds) {
        this(protocol, seed, classes, windows, models, baselines, folds, SetAside.none());
    }

    /** One fold and no baselines. */
    public Comparison(
            String protocol, long seed, List<String> classes, List<Window> windows, List<ModelAnswers> models) {
        this(protocol, seed, classes, windows, models, List.of(), Collections.nCopies(windows.size(), 0));
    }

    private static void checkAnswers(List<ModelAnswers> models, int windows) {
        for (ModelAnswers model : models) {
            if (model.answers().size() != windows) {
                throw new IllegalArgumentException(
                        model.name() + " answered " + model.answers().size() + " of " + windows + " windows");
            }
        }
    }

    /** The same windows, judged by these too. */
    public Comparison and(List<ModelAnswers> more) {
        var all = new ArrayList<>(models);
        all.addAll(more);
        return new Comparison(protocol, seed, classes, windows, all, baselines, folds, aside);
    }

    /** Only some windows, in the order given, as all models answered them. */
    public Comparison only(int[] rows) {
        return new Comparison(
                protocol,
                seed,
                classes,
                IntStream.of(rows).mapToObj(windows::get).toList(),
                models.stream().map(model -> model.only(rows)).toList(),
                baselines.stream().map(model -> model.only(rows)).toList(),
                IntStream.of(rows).mapToObj(folds::get).toList(),
                aside);
    }

    /** The same answers, where a rule sets other bouts aside. */
    public Comparison with(SetAside other) {
        return new Comparison(protocol, seed, classes, windows, models, baselines, folds, other);
    }

    /** What is left without the windows that are set aside; nothing more is set aside of that. */
    public Comparison kept() {
        var judged = aside.judged();
        return with(SetAside.none())
                .only(IntStream.range(0, windows.size())
                        .filter(i -> !judged.test(windows.get(i)))
                        .toArray());
    }

    /** Whether windows were divided so that the same animals are on both sides. */
    public boolean isLeaky() {
        return protocol.startsWith(FoldPlan.LEAKY_MARK);
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

    /** The windows behind one cell of a model's confusion matrix, as rows of this comparison. */
    public int[] rowsOf(ModelAnswers model, int truth, int answer) {
        return IntStream.range(0, windows.size())
                .filter(i -> windows.get(i).label() == truth && model.answers().get(i) == answer)
                .toArray();
    }
}
