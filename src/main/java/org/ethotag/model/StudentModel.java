package org.ethotag.model;

import java.util.LinkedHashMap;
import java.util.List;
import org.ethotag.dataset.Normalization;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/**
 * A trained student: one GRU and a perceptron, and if wanted a perceptron that every sample passes before the GRU, with everything needed to classify a raw window.
 *
 * @param spec its layers: Gru, Dense, Relu, Dense; before them Dense, Relu where there is an input perceptron
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

    /**
     * The same student for a tag that sits otherwise: rotation and normalisation go into the weights that read the samples (those
     * of the input perceptron, else the GRU's for its input), so that it takes that tag's samples in g as they are.
     *
     * @param rotation turns what that tag feels into the axes that this student learnt
     */
    public StudentModel mounted(Rotation rotation) {
        double[][] turn = rotation.matrix();
        String weightName = inputUnits() > 0 ? "input.weight" : "gru.weight_ih";
        String biasName = inputUnits() > 0 ? "input.bias" : "gru.bias_ih";
        float[] input = weights.tensor(weightName).toArray();
        float[] bias = weights.tensor(biasName).toArray();
        float[] turned = new float[input.length];
        for (int row = 0; row < bias.length; row++) {
            double constant = bias[row];
            double[] sums = new double[Samples.AXES];
            for (int i = 0; i < Samples.AXES; i++) {
                double perG =
                        input[row * Samples.AXES + i] / normalization.spreadG().get(i);
                constant -= perG * normalization.meanG().get(i);
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    sums[axis] += perG * turn[i][axis];
                }
            }
            bias[row] = (float) constant;
            for (int axis = 0; axis < Samples.AXES; axis++) {
                turned[row * Samples.AXES + axis] = (float) sums[axis];
            }
        }
        var tensors = new LinkedHashMap<>(weights.tensors());
        tensors.put(weightName, Tensor.of(weights.tensor(weightName).shape(), turned));
        tensors.put(biasName, Tensor.of(weights.tensor(biasName).shape(), bias));
        var asFelt = new Normalization(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        return new StudentModel(spec, new Weights(tensors), asFelt, windows, rate, classes);
    }

    /** Units of the GRU. */
    public int hidden() {
        return gru().hidden();
    }

    /** The recurrent layer. */
    public LayerSpec.Gru gru() {
        for (LayerSpec layer : spec.layers()) {
            if (layer instanceof LayerSpec.Gru gru) {
                return gru;
            }
        }
        throw new IllegalStateException("a student has a recurrent layer: " + spec.layers());
    }

    /** Units of the perceptron that every sample passes before the GRU; 0 without one. */
    public int inputUnits() {
        return spec.layers().getFirst() instanceof LayerSpec.Dense(int _, int units) ? units : 0;
    }
}
