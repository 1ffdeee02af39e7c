package org.ethotag.model;

import java.util.List;

/** One layer of a network, as plain data. Shapes are channels first: [channel][sample]. */
public sealed interface LayerSpec {
    /** A convolution over time that keeps the length; without bias, because a {@link BatchNorm} follows it. */
    record Convolution(int inputs, int outputs, int kernel) implements LayerSpec {}

    /** Batch normalisation of every channel. */
    record BatchNorm(int channels) implements LayerSpec {}

    /** max(0, x). */
    record Relu() implements LayerSpec {}

    /** The sum of two paths over the same input, then {@link Relu}. An empty shortcut is the identity. */
    record Residual(List<LayerSpec> body, List<LayerSpec> shortcut) implements LayerSpec {
        public Residual {
            body = List.copyOf(body);
            shortcut = List.copyOf(shortcut);
        }
    }

    /** The mean of every channel over time: [channel][sample] to [channel]. */
    record GlobalAveragePool() implements LayerSpec {}

    /** A gated recurrent unit (PyTorch's order r, z, n; reset after the product); gives its last state, [hidden]. */
    record Gru(int inputs, int hidden) implements LayerSpec {}

    /** W x + b; of every sample where it stands before the layer that ends time. */
    record Dense(int inputs, int outputs) implements LayerSpec {}
}
