package org.ethotag.model;

import java.util.List;
import org.ethotag.dataset.Normalization;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;

/**
 * A trained teacher, with everything needed to classify a raw window.
 *
 * @param spec its layers
 * @param weights by name, in the network's order
 * @param normalization from the training animals
 * @param windows what it was trained on
 * @param rate what it was trained on
 * @param classes one per logit
 */
public record TeacherModel(
        NetworkSpec spec,
        Weights weights,
        Normalization normalization,
        WindowSpec windows,
        SampleRate rate,
        List<String> classes) {
    public TeacherModel {
        classes = List.copyOf(classes);
    }
}
