package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.label.Behaviour;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
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

    /** Reads a run. */
    static Judgement of(Project project, RunManifest run) {
        var workflow = new Workflow(project);
        return new Judgement(
                run,
                workflow.comparison(run.id()),
                workflow.seedsLike(run.id()),
                project.ethogram().behaviours(),
                workflow.isOutdated(run));
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
