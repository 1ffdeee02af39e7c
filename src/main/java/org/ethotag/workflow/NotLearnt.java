package org.ethotag.workflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;

/**
 * Classes of which a fold judges windows and has none to learn from, as when one animal alone shows a behaviour. That is no
 * reason to refuse a study, but whoever reads the scores has to know it: a right answer to such a window is chance.
 */
final class NotLearnt {
    private NotLearnt() {}

    /** In sentences; empty if every class that is judged was learnt. */
    static String words(Dataset dataset, List<Fold> folds) {
        return folds.stream()
                .filter(fold -> !Split.notLearnt(dataset, fold).isEmpty())
                .map(fold -> words(dataset, fold, Split.notLearnt(dataset, fold)))
                .collect(Collectors.joining(" "));
    }

    private static String words(Dataset dataset, Fold fold, List<String> classes) {
        var test = dataset.only(fold.test());
        long windows = test.windows().stream()
                .filter(window -> classes.contains(dataset.classes().get(window.label())))
                .count();
        return String.format(
                Locale.ROOT,
                "Nothing was learnt about %s where %s was judged: there was no window of it to learn from, so of %d judged %s none"
                        + " is answered rightly but by chance.",
                String.join(", ", classes),
                fold.name(),
                windows,
                windows == 1 ? "window" : "windows");
    }
}
