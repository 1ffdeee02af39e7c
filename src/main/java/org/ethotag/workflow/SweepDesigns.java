package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.LabelShare;
import org.ethotag.workflow.sweep.SweepCell;
import org.ethotag.workflow.sweep.SweepSource;

/**
 * The windows of every fold as a cell may see them. Labels that a cell withholds are gone from the windows, not only not
 * looked at; windows of judged animals are in no design but to be judged.
 */
final class SweepDesigns {
    private final SweepStep step;
    private final Dataset dataset;
    private final List<Fold> folds;
    private final List<FoldFrames> frames;
    private final UnlabelledWindows unlabelled;
    private final Map<LabelShare, List<Design>> made = new LinkedHashMap<>();

    /**
     * One fold with the labels of some animals.
     *
     * @param fold what is held out
     * @param training windows of the animals with labels
     * @param unlabelled windows of the other animals that are learnt from, and of sessions without labels
     * @param test windows of the animals held out
     */
    record Design(Fold fold, Dataset training, Dataset unlabelled, Dataset test) {}

    SweepDesigns(
            SweepStep step, Dataset dataset, List<Fold> folds, List<FoldFrames> frames, UnlabelledWindows unlabelled) {
        this.step = step;
        this.dataset = dataset;
        this.folds = folds;
        this.frames = frames;
        this.unlabelled = unlabelled;
    }

    /** One design for each fold. */
    List<Design> of(LabelShare share) {
        var known = made.get(share);
        if (known != null) {
            return known;
        }
        var all = new ArrayList<Design>();
        for (int i = 0; i < folds.size(); i++) {
            all.add(design(i, share));
        }
        made.put(share, all);
        return all;
    }

    private Design design(int index, LabelShare share) {
        var fold = folds.get(index);
        var frame = frames.get(index);
        var test = frame.of(dataset.only(fold.test()));
        var labelled = share.of(dataset.animals(), Set.copyOf(test.animals()), step.circleSeed());
        var training = dataset.only(of(fold.train(), labelled, true));
        var withheld = dataset.only(of(fold.train(), labelled, false)).withoutLabels();
        return new Design(fold, frame.of(training), frame.of(withheld.and(unlabelled.beside(dataset, fold))), test);
    }

    private int[] of(int[] windows, Set<String> animals, boolean among) {
        return IntStream.of(windows)
                .filter(i -> animals.contains(dataset.windows().get(i).animal()) == among)
                .toArray();
    }

    /** Why a cell makes no sense, in words; empty if it does. */
    Optional<String> whyNot(SweepCell cell) {
        for (Design design : of(cell.share())) {
            var training = design.training();
            if (training.windows().stream().map(w -> w.label()).distinct().count() < 2) {
                return Optional.of("one class only: " + String.join(", ", training.animals()));
            }
            if (cell.source() == SweepSource.OUT_OF_FOLD && training.animals().size() < 2) {
                return Optional.of("no second animal to learn from");
            }
            if (cell.source() == SweepSource.UNLABELLED && design.unlabelled().size() == 0) {
                return Optional.of("nothing unlabelled");
            }
        }
        return Optional.empty();
    }
}
