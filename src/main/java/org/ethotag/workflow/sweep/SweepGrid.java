package org.ethotag.workflow.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ethotag.dataset.LabelShare;
import org.ethotag.training.DistillationSettings;

/**
 * What a sweep tries. Every list is in the order in which it is worked through, sizes first, so that a sweep that was ended
 * early has whole sizes. Students that listen to nobody are always among the cells.
 *
 * @param hidden sizes of the students
 * @param shares how many animals have labels
 * @param sources what students listen to
 * @param temperatures T, for cells with a teacher
 * @param alphas share of the hard labels, for cells with a teacher
 * @param seeds of the students; every cell has all of them
 */
public record SweepGrid(
        List<Integer> hidden,
        List<LabelShare> shares,
        List<SweepSource> sources,
        List<Double> temperatures,
        List<Double> alphas,
        List<Long> seeds) {
    /** Students of one sweep; at one second each that is more than a day. */
    public static final int MOST_STUDENTS = 100_000;

    public SweepGrid {
        hidden = List.copyOf(hidden);
        shares = List.copyOf(shares);
        sources = withHardLabels(sources);
        temperatures = List.copyOf(temperatures);
        alphas = List.copyOf(alphas);
        seeds = List.copyOf(seeds);
        for (List<?> one : List.of(hidden, shares, sources, temperatures, alphas, seeds)) {
            if (one.isEmpty() || Set.copyOf(one).size() < one.size()) {
                throw new IllegalArgumentException("every list of a grid has values, each once, not " + one);
            }
        }
    }

    private static List<SweepSource> withHardLabels(List<SweepSource> sources) {
        var all = new ArrayList<>(sources);
        if (!all.contains(SweepSource.NONE)) {
            all.addFirst(SweepSource.NONE);
        }
        return List.copyOf(all);
    }

    /** All cells, in the order in which they are worked through. */
    public List<SweepCell> cells() {
        var cells = new ArrayList<SweepCell>();
        for (int units : hidden) {
            for (LabelShare share : shares) {
                for (SweepSource source : sources) {
                    cells.addAll(cells(units, share, source));
                }
            }
        }
        return List.copyOf(cells);
    }

    private List<SweepCell> cells(int units, LabelShare share, SweepSource source) {
        if (!source.isSoft()) {
            return List.of(new SweepCell(units, share, source, DistillationSettings.hardLabels()));
        }
        var cells = new ArrayList<SweepCell>();
        for (double temperature : temperatures) {
            for (double alpha : alphas) {
                cells.add(new SweepCell(units, share, source, new DistillationSettings(temperature, alpha)));
            }
        }
        return cells;
    }

    /** How many students it trains at most. */
    public long students(int folds) {
        long soft = sources.stream().filter(SweepSource::isSoft).count();
        long perShare = sources.size() - soft + soft * temperatures.size() * alphas.size();
        return (long) hidden.size() * shares.size() * perShare * seeds.size() * folds;
    }

    /** Numbers of animals that a study does not have. */
    public Set<Integer> tooMany(int animalsToLearnFrom) {
        var tooMany = new TreeSet<Integer>();
        shares.stream()
                .filter(share -> !share.isAll() && share.animals() > animalsToLearnFrom)
                .forEach(share -> tooMany.add(share.animals()));
        return tooMany;
    }
}
