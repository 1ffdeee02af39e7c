package org.ethotag.cli;

import java.util.LinkedHashMap;
import org.ethotag.workflow.Workflow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag methods}: what a paper has to say about a run. */
@picocli.CommandLine.Command(
        name = "methods",
        description = "Writes the methods paragraph of a run: data, windows, protocol, networks, settings, scores with "
                + "intervals, versions, seeds and hashes.")
final class MethodsCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run.")
    private String run = "";

    @Override
    public Integer call() {
        try (var project = study.open()) {
            var text = new Workflow(project).methods(run);
            var document = new LinkedHashMap<String, Object>();
            document.put("run", run);
            document.put("methods", text);
            answer(document, text);
        }
        return DONE;
    }
}
