package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.Set;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.SeedGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag evaluate}: matrices and scores of a run. */
@picocli.CommandLine.Command(
        name = "evaluate",
        description =
                "Shows matrices, scores, intervals and paired comparisons of a run, or tests it on animals that it "
                        + "never saw.")
final class EvaluateCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run.")
    private String run = "";

    @Option(names = "--animals", split = ",", paramLabel = "A,B", description = "Animals that the run never saw.")
    private Set<String> animals = Set.of();

    @Mixin
    private AsideOption aside = new AsideOption();

    @Override
    public Integer call() {
        var rule = aside.rule(this);
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            if (animals.isEmpty() && isSweep(project)) {
                var result = workflow.sweep(run);
                var document = new LinkedHashMap<String, Object>();
                document.put("run", run);
                SweepReport.document(result, document);
                answer(document, SweepReport.words(result));
                return DONE;
            }
            var comparison = animals.isEmpty() ? workflow.comparison(run) : workflow.evaluate(run, animals, monitor());
            if (!rule.isNone()) {
                comparison = workflow.judgedWithout(comparison, rule, monitor());
            }
            if (comparison.models().isEmpty()) {
                throw new ProblemException(WorkflowProblem.RUN_JUDGED_NOTHING, run);
            }
            if (!animals.isEmpty()) {
                workflow.unlikeTraining(run, animals, monitor()).forEach(tag -> note(tag.words()));
            }
            answer(project, workflow, comparison);
        }
        return DONE;
    }

    private boolean isSweep(Project project) {
        return project.run(run)
                .filter(one -> one.kind().equals(RunKind.SWEEP.id()))
                .isPresent();
    }

    private void answer(Project project, Workflow workflow, Comparison comparison) {
        var report = new ModelsReport(comparison);
        var lists = new ModelsDocument(report.sheet());
        boolean outdated = project.run(run).filter(workflow::isOutdated).isPresent();
        var document = new LinkedHashMap<String, Object>();
        document.put("run", run);
        document.put("outdated", outdated);
        document.put("models", lists.models());
        document.put("baselines", lists.baselines());
        document.put("pairs", lists.pairs());
        var words = new StringBuilder();
        report.sheet()
                .models()
                .forEach(line -> words.append(report.matrix(line)).append(System.lineSeparator()));
        words.append(report.perClass()).append(System.lineSeparator());
        words.append(report.perAnimal()).append(System.lineSeparator());
        words.append(report.pairs()).append(System.lineSeparator());
        if (animals.isEmpty()) {
            var seeds = new SeedsReport(new SeedGroup(workflow.seedsLike(run).comparisons().stream()
                    .map(one -> one.with(comparison.aside()))
                    .toList()));
            document.put("seeds", seeds.document());
            seeds.setAside().ifPresent(kept -> document.put("seedsSetAside", kept));
            document.put("verdicts", seeds.verdicts());
            words.append(seeds.words()).append(System.lineSeparator());
        }
        words.append(report.table());
        if (animals.isEmpty()) {
            project.run(run).map(RunReport::notLearnt).ifPresent(words::append);
        }
        if (outdated) {
            words.append("The labels changed since ")
                    .append(run)
                    .append(" learnt from them: these numbers speak of the labels as they were.");
        }
        answer(document, words.toString());
    }
}
