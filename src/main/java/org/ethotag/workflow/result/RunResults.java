package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.RunProblem;

/**
 * What the models of one run say about the same windows.
 *
 * @param run id of the run
 * @param provenance how far the answers may be believed
 * @param comparison the answers
 */
public record RunResults(String run, Provenance provenance, Comparison comparison) {
    /**
     * The answers that the run keeps, which are on animals that its models never learnt from; if it keeps none, its models
     * answer now for the windows that they learnt from.
     */
    public static RunResults of(Project project, String id, JobMonitor monitor) {
        var workflow = new Workflow(project);
        var kind = project.run(id).map(RunManifest::kind).orElse("");
        if (kind.equals(RunKind.SWEEP.id())) {
            throw new ProblemException(RunProblem.WRONG_KIND_OF_RUN, id, kind, RunKind.CROSSVALIDATION.id());
        }
        var kept = workflow.comparison(id);
        if (kept.models().isEmpty()) {
            return new RunResults(id, Provenance.IN_SAMPLE, workflow.inSample(id, monitor));
        }
        if (kept.protocol().startsWith(FoldPlan.LEAKY_MARK)) {
            return new RunResults(id, Provenance.LEAKY, kept);
        }
        boolean folds = kind.equals(RunKind.CROSSVALIDATION.id());
        return new RunResults(id, folds ? Provenance.OUT_OF_FOLD : Provenance.HELD_OUT, kept);
    }

    /** What can be counted from: the labels of the windows, then the models in their order. */
    public List<String> titles() {
        var titles = new ArrayList<String>();
        titles.add(ResultSource.Model.TRUTH);
        comparison.models().forEach(model -> titles.add(model.title()));
        return titles;
    }

    /** One of them in real time. */
    public StudyResults results(Project project, String title, JobMonitor monitor) {
        boolean truth = title.equals(ResultSource.Model.TRUTH);
        return StudyResults.ofAnswers(
                project,
                run,
                title,
                truth ? Provenance.LABELS : provenance,
                List.of("Only the " + comparison.windows().size() + " windows of the run " + run + " count; "
                        + comparison.protocol() + "."),
                comparison,
                monitor);
    }
}
