package org.ethotag.quantization;

import java.util.List;

/**
 * One operation of the quantized graph.
 *
 * @param operation what is done
 * @param inputs the edges that it reads, in the order in which the operation names them
 * @param output the edge that it writes
 */
public record GraphNode(Operation operation, List<EdgeName> inputs, EdgeName output) {
    public GraphNode {
        inputs = List.copyOf(inputs);
    }
}
