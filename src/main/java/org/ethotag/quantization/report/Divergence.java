package org.ethotag.quantization.report;

import java.util.Arrays;
import org.ethotag.model.StudentModel;
import org.ethotag.model.StudentTrace;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;

/**
 * Where in a window the integers leave the float student for good. Both are asked after every sample what they would
 * answer if the window ended there; the window diverges at the step after the last one at which both still agree.
 */
final class Divergence {
    private final IntegerEngine engine;
    private final float[] weights1;
    private final float[] bias1;
    private final float[] weights2;
    private final float[] bias2;

    Divergence(QuantizedGraph graph, StudentModel student) {
        engine = new IntegerEngine(graph);
        weights1 = student.weights().tensor("dense1.weight").toArray();
        bias1 = student.weights().tensor("dense1.bias").toArray();
        weights2 = student.weights().tensor("dense2.weight").toArray();
        bias2 = student.weights().tensor("dense2.bias").toArray();
    }

    /**
     * The first step, from 0, from which on the two answers differ until the end; as many as there are steps if they
     * agree at the end.
     *
     * @param counts the window, [sample][axis]
     * @param trace of the float student on the same window
     */
    int step(short[][] counts, StudentTrace trace) {
        int last = -1;
        engine.reset();
        for (int step = 0; step < counts.length; step++) {
            engine.step(counts[step]);
            if (IntegerEngine.classOf(engine.logits()) == LayerComparison.classOf(logits(trace, step))) {
                last = step;
            }
        }
        return last + 1;
    }

    private float[] logits(StudentTrace trace, int step) {
        float[] state = new float[trace.hidden()];
        for (int unit = 0; unit < state.length; unit++) {
            state[unit] = trace.at(Place.HIDDEN, step, unit);
        }
        float[] units = product(weights1, bias1, state);
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.max(0, units[i]);
        }
        return product(weights2, bias2, units);
    }

    private static float[] product(float[] weights, float[] bias, float[] in) {
        float[] out = Arrays.copyOf(bias, bias.length);
        for (int row = 0; row < out.length; row++) {
            for (int i = 0; i < in.length; i++) {
                out[row] += weights[row * in.length + i] * in[i];
            }
        }
        return out;
    }
}
