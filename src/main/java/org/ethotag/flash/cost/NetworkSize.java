package org.ethotag.flash.cost;

import org.ethotag.export.ModelBlob;
import org.ethotag.export.WeightLayout;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;

/**
 * How large a quantized student is.
 *
 * @param hidden units of the recurrent layer, padding included
 * @param front units of the input perceptron, padding included; 0 for none
 * @param steps samples per window
 * @param weightBits of the recurrent layer
 * @param flashBytes of the blob, or what one would about take
 * @param ramBytes that the runtime needs from its caller
 * @param multiplications of matrices and gates for one window
 */
public record NetworkSize(
        int hidden, int front, int steps, int weightBits, int flashBytes, int ramBytes, long multiplications) {
    /** What a blob adds to its parameters, about: header, layer records, self-test. For what no blob carries. */
    private static final int HEADER_BYTES = 512;

    /** Without an input perceptron. */
    public NetworkSize(int hidden, int steps, int weightBits, int flashBytes, int ramBytes, long multiplications) {
        this(hidden, 0, steps, weightBits, flashBytes, ramBytes, multiplications);
    }

    /**
     * Sizes of a graph on a tag: those of its blob or, if no blob can carry it, of its parameters at their widths, for
     * comparing settings only.
     *
     * @param layout of the weights in the blob
     */
    public static NetworkSize of(QuantizedGraph graph, WeightLayout layout) {
        int flash = graph.isCarriedByBlob()
                ? ModelBlob.of(graph, layout).size()
                : Math.toIntExact(graph.parameterBytes() + HEADER_BYTES);
        return new NetworkSize(
                graph.gru().hidden(),
                graph.front().stream().mapToInt(QuantizedDense::outputs).sum(),
                graph.windows().lengthSamples(),
                graph.weightBits(),
                flash,
                ModelBlob.scratchBytes(graph),
                multiplications(graph));
    }

    private static long multiplications(QuantizedGraph graph) {
        return graph.multiplicationsPerSample() * graph.windows().lengthSamples() + graph.multiplicationsPerWindow();
    }
}
