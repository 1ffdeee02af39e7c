package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.Set;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.WorkflowProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag evaluate}: matrices and scores of a run. */
@picocli.CommandLine.Command(
        name = "evaluate",
        description = "Shows matrices and scores of a run, or tests it on animals that it never saw.")
final class EvaluateCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run.")
    private String run = "";

    @Option(names = "--animals", split = ",", paramLabel = "A,B", description = "Animals that the run never saw.")
    private Set<String> animals = Set.of();

    @Override
    public Integer call() {
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            var comparison = animals.isEmpty() ? workflow.comparison(run) : workflow.evaluate(run, animals, monitor());
            if (comparison.models().isEmpty()) {
                throw new ProblemException(WorkflowProblem.RUN_JUDGED_NOTHING, run);
            }
            var report = new ModelsReport(comparison);
            var document = new LinkedHashMap<String, Object>();
            document.put("run", run);
            document.put("models", report.document());
            var words = new StringBuilder();
            comparison
                    .models()
                    .forEach(model -> words.append(report.matrix(model)).append(System.lineSeparator()));
            answer(document, words + report.perAnimal() + System.lineSeparator() + report.table());
        }
        return DONE;
    }
}
