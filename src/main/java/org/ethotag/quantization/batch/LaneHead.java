package org.ethotag.quantization.batch;

import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;

/** The perceptron behind the recurrent layer, window by window: it is a thousandth of the work. One thread. */
final class LaneHead {
    private final Layer hidden;
    private final Layer output;
    private final int valueBits;
    private final int[] state;
    private final int[] values;

    LaneHead(QuantizedGraph graph) {
        hidden = new Layer(graph.hidden());
        output = new Layer(graph.output());
        valueBits = graph.hidden().arithmetic().activationBits();
        state = new int[graph.hidden().inputs()];
        values = new int[graph.hidden().outputs()];
    }

    int[] logits(LaneStates states, int window) {
        states.copyAligned(window, state);
        int largest = FixedPoint.largest(valueBits);
        for (int i = 0; i < values.length; i++) {
            int value = Math.min(largest, Math.max(0, hidden.at(i, state)));
            values[i] = value << FixedPoint.alignment(valueBits);
        }
        int[] logits = new int[output.bias.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = output.at(i, values);
        }
        return logits;
    }

    private static final class Layer {
        private final int[] weights;
        private final int[] bias;
        private final int[] shifts;

        Layer(QuantizedDense dense) {
            weights = dense.weights().toArray();
            bias = dense.bias().toArray();
            shifts = dense.shifts().toArray();
        }

        int at(int row, int[] aligned) {
            int sum = bias[row];
            int from = row * aligned.length;
            for (int i = 0; i < aligned.length; i++) {
                sum += weights[from + i] * aligned[i];
            }
            return sum >> shifts[row];
        }
    }
}
