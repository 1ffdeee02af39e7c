package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.RunVerification;
import org.ethotag.workflow.RunVerification.Part;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.WorkflowProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag verify-run}: whether a run comes out the same once more. */
@picocli.CommandLine.Command(
        name = "verify-run",
        description = "Makes a run again from its manifest and the study, keeps nothing of it, and compares weights, "
                + "predictions and scores byte for byte. Takes as long as the run took.")
final class VerifyRunCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run.")
    private String run = "";

    @Override
    public Integer call() {
        try (var project = study.open()) {
            var result = new Workflow(project).verify(run, monitor());
            if (!result.same()) {
                throw new ProblemException(WorkflowProblem.RUN_DIFFERS, run, differences(result), versions(result));
            }
            var document = new LinkedHashMap<String, Object>();
            document.put("run", run);
            document.put("same", true);
            document.put("compared", result.parts().stream().map(Part::name).toList());
            document.put("otherVersions", result.versions());
            answer(document, words(result));
        }
        return DONE;
    }

    private static String words(RunVerification result) {
        var table = new TextTable("compared", "kept and made again");
        result.parts().stream()
                .filter(part -> part.name().startsWith("file ") || part.name().startsWith("input "))
                .forEach(part -> table.row(part.name(), part.kept()));
        long scores = result.parts().stream()
                .filter(part -> part.name().startsWith("score "))
                .count();
        return table
                + "%s came out the same, byte for byte, with %d scores to the last digit."
                        .formatted(result.run(), scores);
    }

    private static String differences(RunVerification result) {
        return result.differences().stream().map(Part::name).collect(Collectors.joining(", "));
    }

    private static String versions(RunVerification result) {
        return result.versions().isEmpty()
                ? "none"
                : result.versions().entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }
}
