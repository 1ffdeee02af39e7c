package org.ethotag.cli;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Rounding;
import org.ethotag.workflow.LayerText;
import org.ethotag.workflow.QuantizeStep;
import org.ethotag.workflow.QuantizedRun;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--weights", paramLabel = "BITS", description = "Bits of a weight; 16 (default) or 8 for a tag.")
    private @Nullable Integer weights;

    @Option(
            names = "--scales",
            paramLabel = "GROUP",
            description = "Weights that share a scale: tensor, gate (default) or row; row is for study.")
    private @Nullable String scales;

    @Option(names = "--hidden-bits", paramLabel = "BITS", description = "Bits of the state, 4 to 15 for study.")
    private @Nullable Integer hiddenBits;

    @Option(
            names = "--activation-bits",
            paramLabel = "BITS",
            description = "Bits of gates, their arguments and the perceptron's values, 6 to 15 for study.")
    private @Nullable Integer activationBits;

    @Option(names = "--table", paramLabel = "CELLS", description = "Cells of sigmoid and tanh, 512 for a tag.")
    private @Nullable Integer table;

    @Option(names = "--no-interpolation", description = "Read the tables without interpolation, for study.")
    private boolean noInterpolation;

    @Option(names = "--truncate", description = "Truncate where a tag rounds, for study.")
    private boolean truncate;

    @Option(
            names = "--layer",
            paramLabel = "NAME:SETTING=VALUE,...",
            description = {
                "Settings of one layer (gru, dense1 or dense2) after those for all, for example",
                "gru:weights=8,state=12 or dense2:scales=row. Settings: weights, scales, state,",
                "activations, table, interpolation (yes, no), shifts (rounding, truncating)."
            })
    private List<String> layers = List.of();

    @Option(
            names = "--profile",
            defaultValue = "virtual",
            description = "Tag profile whose sensor the model will read (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Override
    public Integer call() {
        var step = new QuantizeStep(student, settings(), profile);
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            var quantized = workflow.run(step, monitor());
            var run = quantized.manifest();
            var document = RunReport.document(run, workflow);
            document.put("carriedByBlob", quantized.studyOnly().isEmpty());
            document.put("studyOnly", quantized.studyOnly());
            document.put("layers", LayersReport.document(quantized.layers()));
            answer(
                    document,
                    LayersReport.table(quantized.layers())
                            + System.lineSeparator()
                            + RunReport.words(run, workflow)
                            + System.lineSeparator()
                            + words(quantized));
        }
        return DONE;
    }

    private static String words(QuantizedRun quantized) {
        return quantized.studyOnly().isEmpty()
                ? "A model blob carries it: it can be exported."
                : "For study only, it cannot be exported: " + String.join("; ", quantized.studyOnly()) + ".";
    }

    /** Settings for all layers first, then those of single layers, in the words of {@link LayerText}. */
    private QuantizationSettings settings() {
        var parts = new ArrayList<String>();
        add(parts, "weights", weights);
        add(parts, "scales", scales);
        add(parts, "state", hiddenBits);
        add(parts, "activations", activationBits);
        add(parts, "table", table);
        add(parts, "interpolation", noInterpolation ? "no" : null);
        add(parts, "shifts", truncate ? Rounding.DOWN.word() : null);
        try {
            var settings = QuantizationSettings.defaults();
            if (!parts.isEmpty()) {
                settings = settings.withAll(layer -> LayerText.changed(layer, String.join(",", parts)));
            }
            for (String layer : layers) {
                settings = LayerText.changed(settings, layer);
            }
            return settings;
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
    }

    private static void add(List<String> parts, String key, @Nullable Object value) {
        if (value != null) {
            parts.add(key + "=" + value);
        }
    }
}
