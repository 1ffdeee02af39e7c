package org.ethotag.model;

import java.util.List;
import org.ethotag.dataset.Normalization;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;

/**
 * A trained student: one GRU and a perceptron, with everything needed to classify a raw window.
 *
 * @param spec its layers: Gru, Dense, Relu, Dense
 * @param weights named as {@link Weights} says
 * @param normalization from the training animals
 * @param windows what it was trained on
 * @param rate what it was trained on
 * @param classes one per logit
 */
public record StudentModel(
        NetworkSpec spec,
        Weights weights,
        Normalization normalization,
        WindowSpec windows,
        SampleRate rate,
        List<String> classes) {
    public StudentModel {
        classes = List.copyOf(classes);
    }

    /** Units of the GRU. */
    public int hidden() {
        return gru().hidden();
    }

    /** The recurrent layer. */
    public LayerSpec.Gru gru() {
        return (LayerSpec.Gru) spec.layers().getFirst();
    }
}
