package org.ethotag.workflow;

import org.ethotag.quantization.QuantizationSettings;

/**
 * Turns the distilled student of a run into integers. With settings that no model blob can carry the run is for study: it
 * is judged and kept, and cannot be exported.
 *
 * @param studentRun id of the run that made it
 * @param settings layer by layer; their sensor counts only if {@code profile} is empty
 * @param profile id of the tag profile whose sensor the model will read, or empty
 */
public record QuantizeStep(String studentRun, QuantizationSettings settings, String profile) implements Step {
    /** With the arithmetic of the tag; {@code weightBits} is 16 or 8. */
    public QuantizeStep(String studentRun, int weightBits, String profile) {
        this(studentRun, QuantizationSettings.defaults().withWeightBits(weightBits), profile);
    }
}
