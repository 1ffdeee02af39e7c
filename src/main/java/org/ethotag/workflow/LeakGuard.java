package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Leak;
import org.ethotag.dataset.LeakCheck;
import org.ethotag.problem.ProblemException;

/** Stands before every training: what is judged must be new to the models. */
public final class LeakGuard {
    private LeakGuard() {}

    /**
     * Looks at every fold.
     *
     * @return for folds that are known to be leaky, what leaks, in sentences; empty for fair folds
     * @throws ProblemException if a fold leaks that should not
     */
    public static List<String> check(Dataset dataset, List<Fold> folds) {
        var words = new ArrayList<String>();
        for (Fold fold : folds) {
            var leaks = LeakCheck.of(dataset, fold);
            if (!leaks.isEmpty() && !fold.leaky()) {
                throw new ProblemException(
                        WorkflowProblem.LEAKY_FOLD,
                        fold.name(),
                        leaks.getFirst().words());
            }
            leaks.stream().map(Leak::words).forEach(words::add);
        }
        return List.copyOf(words);
    }

    /**
     * Looks at every fold with the windows without labels that students learn from beside it, as if they had labels: what is
     * judged must be new in every sense.
     *
     * @throws ProblemException if one of them is of a judged animal, session or stretch, or if the folds are leaky anyway
     */
    static void check(Dataset dataset, List<Fold> folds, UnlabelledWindows unlabelled) {
        if (unlabelled.isEmpty()) {
            return;
        }
        for (Fold fold : folds) {
            if (fold.leaky()) {
                throw new ProblemException(WorkflowProblem.UNLABELLED_AND_LEAKY);
            }
            var beside = unlabelled.beside(dataset, fold);
            int[] train = IntStream.concat(
                            IntStream.of(fold.train()), IntStream.range(dataset.size(), dataset.size() + beside.size()))
                    .toArray();
            check(dataset.and(beside), List.of(new Fold(fold.name(), train, fold.test())));
        }
    }
}
