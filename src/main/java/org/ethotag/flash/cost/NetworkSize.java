package org.ethotag.flash.cost;

import java.util.List;
import org.ethotag.export.ModelBlob;
import org.ethotag.quantization.GateWeights;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;

/**
 * How large a quantized student is.
 *
 * @param hidden units of the recurrent layer, padding included
 * @param steps samples per window
 * @param weightBits of the recurrent layer
 * @param flashBytes of the blob
 * @param ramBytes that the runtime needs from its caller
 * @param multiplications of matrices and gates for one window
 */
public record NetworkSize(int hidden, int steps, int weightBits, int flashBytes, int ramBytes, long multiplications) {
    private static final int GATES = 3;
    /** Header, three layer records and their odds and ends. */
    private static final int HEADER_BYTES = 512;

    /** Sizes of a model that can be flashed. */
    public static NetworkSize of(ModelBlob blob) {
        var graph = blob.graph();
        return new NetworkSize(
                graph.gru().hidden(),
                graph.windows().lengthSamples(),
                graph.weightBits(),
                blob.size(),
                blob.scratchBytes(),
                multiplications(graph));
    }

    /**
     * Sizes of a graph that no blob carries, as if one did: weights at their width, biases, shifts and tables beside
     * them. For comparing settings only.
     */
    public static NetworkSize estimated(QuantizedGraph graph) {
        long bits = 0;
        for (GateWeights gate : graph.gru().gates()) {
            int width = graph.gru().arithmetic().weightBits();
            bits += bits(gate.input(), width) + bits(gate.recurrent(), width);
            bits += Integer.SIZE
                    * (gate.inputBias().rows() + (long) gate.recurrentBias().rows());
        }
        for (QuantizedDense layer : List.of(graph.hidden(), graph.output())) {
            bits += bits(layer.weights(), layer.arithmetic().weightBits()) + (long) Integer.SIZE * layer.outputs();
        }
        long tables = (graph.sigmoid().cells() + graph.tanh().cells() + 2L) * Short.SIZE;
        long bytes = (bits + tables) / Byte.SIZE + HEADER_BYTES;
        int ram = Short.BYTES * (2 * graph.gru().hidden() + graph.hidden().outputs());
        return new NetworkSize(
                graph.gru().hidden(),
                graph.windows().lengthSamples(),
                graph.weightBits(),
                Math.toIntExact(bytes),
                ram,
                multiplications(graph));
    }

    private static long bits(IntMatrix matrix, int width) {
        return (long) matrix.rows() * matrix.columns() * width;
    }

    /** Per step three products per pair and three for the gates of a unit; then the perceptron. */
    private static long multiplications(QuantizedGraph graph) {
        long hidden = graph.gru().hidden();
        long step = GATES * hidden * (graph.gru().inputs() + hidden) + GATES * hidden;
        return step * graph.windows().lengthSamples()
                + (long) graph.hidden().inputs() * graph.hidden().outputs()
                + (long) graph.output().inputs() * graph.output().outputs();
    }
}
