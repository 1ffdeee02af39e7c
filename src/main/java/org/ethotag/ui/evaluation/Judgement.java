package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Behaviour;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.review.AsideRule;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.SeedGroup;

/**
 * A run as the page knows it.
 *
 * @param run where it comes from
 * @param comparison all answers
 * @param seeds the same with other seeds, this run among them
 * @param behaviours what a window can be corrected to
 * @param outdated whether labels changed since the run learnt from them
 */
public record Judgement(
        RunManifest run, Comparison comparison, SeedGroup seeds, List<Behaviour> behaviours, boolean outdated) {
    public Judgement {
        behaviours = List.copyOf(behaviours);
    }

    /**
     * Reads a run.
     *
     * @param aside which bouts are left out of every second number; none for the rule that the run learnt by
     */
    static Judgement of(Project project, RunManifest run, AsideRule aside, JobMonitor monitor) {
        var workflow = new Workflow(project);
        var own = workflow.comparison(run.id());
        var comparison = aside.isNone() ? own : workflow.judgedWithout(own, aside, monitor);
        var seeds = workflow.seedsLike(run.id()).comparisons().stream()
                .map(one -> one.with(comparison.aside()))
                .toList();
        return new Judgement(
                run, comparison, new SeedGroup(seeds), project.ethogram().behaviours(), workflow.isOutdated(run));
    }

    /** The same, about labels that are no longer those. */
    Judgement asOutdated(boolean now) {
        return new Judgement(run, comparison, seeds, behaviours, now);
    }

    /** The sizes of the students, each once, smallest first. */
    public List<Integer> sizes() {
        return comparison.models().stream()
                .map(Comparison.ModelAnswers::hidden)
                .filter(hidden -> hidden > 0)
                .distinct()
                .sorted()
                .toList();
    }
}
