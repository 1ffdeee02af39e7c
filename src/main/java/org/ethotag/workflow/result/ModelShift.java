package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.BudgetShift;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;

/**
 * How the time budget of the same windows shifts from the labels to each model of a run.
 *
 * @param run what the models answered
 * @param labels what the labels of the windows say
 * @param budgets of each model, by its title, in the run's order; the labels first
 */
public record ModelShift(RunResults run, StudyResults labels, Map<String, TimeBudget> budgets) {
    public ModelShift {
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
    }

    /** Counts the windows of a run once for each of its models. */
    public static ModelShift of(Project project, RunResults run, JobMonitor monitor) {
        var all = new ArrayList<StudyResults>();
        var titles = run.titles();
        for (int i = 0; i < titles.size(); i++) {
            all.add(run.results(
                    project, titles.get(i), monitor.part((double) i / titles.size(), (i + 1.0) / titles.size())));
        }
        var widest = new LinkedHashMap<String, String>();
        var colours = new LinkedHashMap<String, String>();
        for (StudyResults one : all) {
            one.behaviours().forEach(widest::putIfAbsent);
            one.colours().forEach(colours::putIfAbsent);
        }
        var budgets = new LinkedHashMap<String, TimeBudget>();
        for (int i = 0; i < titles.size(); i++) {
            budgets.put(
                    titles.get(i),
                    TimeBudget.of(List.copyOf(widest.keySet()), all.get(i).timelines()));
        }
        var first = all.getFirst();
        return new ModelShift(
                run,
                new StudyResults(
                        first.title(), first.provenance(), first.remarks(), widest, colours, first.timelines()),
                budgets);
    }

    /** What a model has more of a behaviour than the labels, as a share of time. */
    public BudgetShift shift(String title, String behaviour) {
        return budget(ResultSource.Model.TRUTH).shiftTo(budget(title), behaviour);
    }

    /** The budget of a model, or of the labels. */
    public TimeBudget budget(String title) {
        var budget = budgets.get(title);
        if (budget == null) {
            throw new IllegalArgumentException("no model " + title + " in " + budgets.keySet());
        }
        return budget;
    }

    /**
     * One row per model, animal and behaviour: minutes of 24 hours, and what they are more than the labels', with intervals
     * over the animal's days; rows without an animal are means over animals with intervals over animals.
     */
    public String csv() {
        var csv = new SafeCsv(List.of(
                "model",
                "animal",
                "behaviour",
                "minutesPerDay",
                "low95",
                "high95",
                "shiftMinutes",
                "shiftLow95",
                "shiftHigh95",
                "kind"));
        budgets.forEach((title, budget) -> budget.behaviours().forEach(code -> {
            var shift = shift(title, code);
            row(csv, title, "", code, budget.meanShare(code), budget.interval(code));
            interval(csv.number(minutes(shift.mean()), 1), shift.interval());
            kind(csv, title);
            for (String animal : budget.labelledAnimals()) {
                row(csv, title, animal, code, budget.share(animal, code), budget.intervalOverDays(animal, code));
                csv.number(minutes(shift.perAnimal().getOrDefault(animal, Double.NaN)), 1);
                interval(csv, budget(ResultSource.Model.TRUTH).shiftOverDays(budget, animal, code));
                kind(csv, title);
            }
        }));
        return csv.text();
    }

    private static void row(
            SafeCsv csv, String title, String animal, String code, double share, Optional<BootstrapInterval> interval) {
        csv.text(title).text(animal).text(code).number(minutes(share), 1);
        interval(csv, interval);
    }

    private static void interval(SafeCsv csv, Optional<BootstrapInterval> interval) {
        csv.number(minutes(interval.map(BootstrapInterval::low).orElse(Double.NaN)), 1)
                .number(minutes(interval.map(BootstrapInterval::high).orElse(Double.NaN)), 1);
    }

    private void kind(SafeCsv csv, String title) {
        var kind = title.equals(ResultSource.Model.TRUTH) ? Provenance.LABELS : run.provenance();
        csv.text(kind.name().toLowerCase(Locale.ROOT)).end();
    }

    private static double minutes(double share) {
        return share * TimeBudget.MINUTES_PER_DAY;
    }
}
