package org.ethotag.flash.cost;

import org.ethotag.export.ModelBlob;
import org.ethotag.quantization.QuantizedGraph;

/**
 * How large a quantized student is.
 *
 * @param hidden units of the recurrent layer, padding included
 * @param steps samples per window
 * @param flashBytes of the blob
 * @param ramBytes that the runtime needs from its caller
 * @param multiplications of matrices and gates for one window
 */
public record NetworkSize(int hidden, int steps, int flashBytes, int ramBytes, long multiplications) {
    private static final int GATES = 3;

    /** Sizes of a model that can be flashed. */
    public static NetworkSize of(ModelBlob blob) {
        var graph = blob.graph();
        return new NetworkSize(
                graph.gru().hidden(),
                graph.windows().lengthSamples(),
                blob.size(),
                blob.scratchBytes(),
                multiplications(graph));
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
