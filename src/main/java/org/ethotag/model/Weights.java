package org.ethotag.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All learnt numbers of a network by name, in the network's order. Names follow PyTorch: the student has
 * {@code gru.weight_ih} (3H, inputs), {@code gru.weight_hh} (3H, H), {@code gru.bias_ih}, {@code gru.bias_hh} (3H),
 * gates in the order r, z, n, and {@code dense1.weight} (outputs, inputs), {@code dense1.bias}, {@code dense2.weight},
 * {@code dense2.bias}; one with an input perceptron of P units begins with {@code input.weight} (P, 3) and
 * {@code input.bias}. Names and shapes of any network follow from its layers: {@link WeightLayout}.
 */
public record Weights(Map<String, Tensor> tensors) {
    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** The tensor of that name. */
    public Tensor tensor(String name) {
        return Optional.ofNullable(tensors.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("no weights named " + name + " in " + tensors.keySet()));
    }
}
