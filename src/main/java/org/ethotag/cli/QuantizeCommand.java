package org.ethotag.cli;

import org.ethotag.workflow.QuantizeStep;
import org.ethotag.workflow.Workflow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag quantize}: the student in integers. */
@picocli.CommandLine.Command(
        name = "quantize",
        description = "Turns the distilled student of a run into integers and reports the cost layer by layer.")
final class QuantizeCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--student", required = true, paramLabel = "RUN", description = "The students' run.")
    private String student = "";

    @Option(names = "--weights", defaultValue = "16", description = "Bits of a weight, 16 or 8.")
    private int weights;

    @Option(
            names = "--profile",
            defaultValue = "virtual",
            description = "Tag profile whose sensor the model will read (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Override
    public Integer call() {
        if (weights != Short.SIZE && weights != Byte.SIZE) {
            throw usage("--weights is 16 or 8");
        }
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            var quantized = workflow.run(new QuantizeStep(student, weights, profile), monitor());
            var run = quantized.manifest();
            var document = RunReport.document(run, workflow);
            document.put("layers", LayersReport.document(quantized.layers()));
            answer(
                    document,
                    LayersReport.table(quantized.layers()) + System.lineSeparator() + RunReport.words(run, workflow));
        }
        return DONE;
    }
}
