package org.ethotag.workflow.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.dataset.LabelShare;
import org.ethotag.evaluation.SeedSpread;

/**
 * All that came out of a sweep.
 *
 * @param protocol how it was judged, in words
 * @param seeds of the students
 * @param outcomes one per cell, in the order of the grid
 * @param teachers MCC of the fold's own teacher by how many animals had labels; the same teacher for all seeds
 */
public record SweepResult(
        String protocol, List<Long> seeds, List<SweepOutcome> outcomes, Map<LabelShare, Double> teachers) {
    public SweepResult {
        seeds = List.copyOf(seeds);
        outcomes = List.copyOf(outcomes);
        teachers = new LinkedHashMap<>(teachers);
        for (SweepOutcome outcome : outcomes) {
            if (!outcome.mcc().isEmpty() && outcome.mcc().size() != seeds.size()) {
                throw new IllegalArgumentException(outcome.mcc() + " of seeds " + seeds);
            }
        }
    }

    /** The same students without a teacher. */
    public Optional<SweepOutcome> withoutTeacher(SweepOutcome outcome) {
        var cell = outcome.cell().withoutTeacher();
        return outcomes.stream().filter(one -> one.cell().equals(cell)).findFirst();
    }

    /** What the teacher's help adds to the same seeds without it; none for those without a teacher. */
    public Optional<SeedSpread> gain(SweepOutcome outcome) {
        return outcome.cell().source().isSoft()
                ? outcome.spread()
                        .flatMap(own -> withoutTeacher(outcome)
                                .flatMap(SweepOutcome::spread)
                                .map(own::minus))
                : Optional.empty();
    }

    /** What may be said about every cell with a teacher and the same one without, in sentences. */
    public List<String> verdicts() {
        var sentences = new ArrayList<String>();
        for (SweepOutcome outcome : outcomes) {
            if (outcome.cell().source().isSoft() && outcome.spread().isPresent()) {
                withoutTeacher(outcome)
                        .ifPresent(without -> without.spread()
                                .ifPresent(hard -> sentences.add(SeedSpread.verdict(
                                        outcome.cell().title(),
                                        outcome.spread().orElseThrow(),
                                        "a student of "
                                                + without.cell().source().words(),
                                        hard))));
            }
        }
        return sentences;
    }

    /** Whether a ranking word may be used at all. */
    public boolean enoughSeeds() {
        return seeds.size() >= SeedSpread.FEWEST_SEEDS;
    }

    /** Sizes, smallest first. */
    public List<Integer> hidden() {
        return outcomes.stream()
                .map(outcome -> outcome.cell().hidden())
                .distinct()
                .sorted()
                .toList();
    }

    /** Shares of labelled animals, smallest first. */
    public List<LabelShare> shares() {
        return outcomes.stream()
                .map(outcome -> outcome.cell().share())
                .distinct()
                .sorted((a, b) -> Integer.compare(a.animals(), b.animals()))
                .toList();
    }

    /** What the students of several sizes and shares have in common: a line of the chart, a column of the map. */
    public record Series(SweepSource source, String words) {}

    /** In the order of the grid; temperature and alpha are named if there are several. */
    public List<Series> series() {
        return outcomes.stream()
                .map(outcome -> seriesOf(outcome.cell()))
                .distinct()
                .toList();
    }

    /** The series of a cell. */
    public Series seriesOf(SweepCell cell) {
        boolean several = outcomes.stream()
                        .map(SweepOutcome::cell)
                        .filter(other -> other.source().isSoft())
                        .map(SweepCell::distillation)
                        .distinct()
                        .count()
                > 1;
        var words = cell.source().words();
        return new Series(
                cell.source(),
                several && cell.source().isSoft()
                        ? words + ", T " + SweepCell.number(cell.distillation().temperature()) + ", \u03b1 "
                                + SweepCell.number(cell.distillation().alpha())
                        : words);
    }

    /** The cell of a series with that size and share. */
    public Optional<SweepOutcome> of(Series series, int hidden, LabelShare share) {
        return outcomes.stream()
                .filter(outcome -> outcome.cell().hidden() == hidden
                        && outcome.cell().share().equals(share)
                        && seriesOf(outcome.cell()).equals(series))
                .findFirst();
    }
}
