package org.ethotag.workflow;

import java.util.List;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.workflow.run.RunArchive;

/**
 * What quantization gave.
 *
 * @param manifest of the run that was kept
 * @param graph the student in integers
 * @param layers what it cost, layer by layer
 */
public record QuantizedRun(RunManifest manifest, QuantizedGraph graph, LayerTable layers) {
    /** Whether a quantized run that is kept has a model for tags; those for study have none. */
    public static boolean canBeExported(RunManifest run) {
        return !run.settings().containsKey(RunArchive.STUDY_ONLY);
    }

    /** Why no model blob carries it, in sentences; empty if it can be exported. */
    public List<String> studyOnly() {
        return graph.studyOnly();
    }

    /** Id of the model of a quantized run, 16 hexadecimal digits; empty for other runs. */
    public static String modelId(RunManifest run) {
        return run.inputs().getOrDefault(RunArchive.MODEL_ID, "");
    }

    /** Id of the tag profile that a run was quantized for, or empty. */
    public static String profile(RunManifest run) {
        return run.settings().getOrDefault(RunArchive.PROFILE, "");
    }
}
