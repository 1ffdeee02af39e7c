package org.ethotag.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.model.LayerSpec.BatchNorm;
import org.ethotag.model.LayerSpec.Convolution;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.GlobalAveragePool;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.LayerSpec.Residual;

/**
 * Which arrays a network learns, in the order of its layers. A layer is named after its kind, numbered from 1 where its
 * list has several of that kind: {@code gru}, {@code dense2}, {@code block1.convolution3}, {@code block1.shortcut.norm}. A
 * dense layer before a recurrent one is {@code input}.
 *
 * @param slots one per array
 */
public record WeightLayout(List<Slot> slots) {
    public WeightLayout {
        slots = List.copyOf(slots);
    }

    /** What an array is for. */
    public enum Role {
        /** Learnt by gradient, drawn evenly from plus or minus {@link Slot#initialBound} at first. */
        LEARNT,
        /** Learnt by gradient, 1 at first: the scale of a normalisation. */
        SCALE,
        /** Learnt by gradient, 0 at first: the shift of a normalisation. */
        SHIFT,
        /** Running mean of a normalisation, 0 at first; not learnt by gradient. */
        RUNNING_MEAN,
        /** Running variance of a normalisation, 1 at first; not learnt by gradient. */
        RUNNING_VARIANCE;

        /** Whether the gradient changes it. */
        public boolean learnt() {
            return this != RUNNING_MEAN && this != RUNNING_VARIANCE;
        }
    }

    /**
     * One array.
     *
     * @param name unique in the network
     * @param shape outermost first
     * @param role what it is for
     * @param initialBound 1 / sqrt(values that one output sums up), as PyTorch initialises; 0 where the role says it
     */
    public record Slot(String name, List<Integer> shape, Role role, double initialBound) {
        public Slot {
            shape = List.copyOf(shape);
        }

        /** How many values. */
        public long size() {
            return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        }
    }

    /** The arrays of a network. */
    public static WeightLayout of(NetworkSpec spec) {
        var slots = new ArrayList<Slot>();
        addAll(slots, "", spec.layers());
        return new WeightLayout(slots);
    }

    /** Values in all arrays. */
    public long size() {
        return slots.stream().mapToLong(Slot::size).reduce(0, Math::addExact);
    }

    /** @throws IllegalArgumentException if names, order or shapes are not those of this layout */
    public void check(Weights weights) {
        if (!List.copyOf(weights.tensors().keySet())
                .equals(slots.stream().map(Slot::name).toList())) {
            throw new IllegalArgumentException(
                    "weights " + weights.tensors().keySet() + " are not those of the network");
        }
        for (Slot slot : slots) {
            if (!weights.tensor(slot.name()).shape().equals(slot.shape())) {
                throw new IllegalArgumentException(slot.name() + " has shape "
                        + weights.tensor(slot.name()).shape() + ", not " + slot.shape());
            }
        }
    }

    /** Of the weights of a larger network only those that this layout has. */
    public Weights only(Weights weights) {
        var tensors = new LinkedHashMap<String, Tensor>();
        slots.forEach(slot -> tensors.put(slot.name(), weights.tensor(slot.name())));
        return new Weights(tensors);
    }

    /** Arrays from all values, in the order of the slots and as many as {@link #size} says. */
    public Weights weights(float[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(values.length + " values for " + size());
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        int from = 0;
        for (Slot slot : slots) {
            int to = from + (int) slot.size();
            tensors.put(slot.name(), Tensor.of(slot.shape(), Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        return new Weights(tensors);
    }

    private static void addAll(List<Slot> slots, String prefix, List<LayerSpec> layers) {
        for (int i = 0; i < layers.size(); i++) {
            add(slots, prefix + name(layers, i), layers.get(i));
        }
    }

    private static String name(List<LayerSpec> layers, int index) {
        var kinds = IntStream.range(0, layers.size())
                .mapToObj(i -> kindName(layers, i))
                .toList();
        String kind = kinds.get(index);
        long before = kinds.subList(0, index).stream().filter(kind::equals).count();
        return kind + (Collections.frequency(kinds, kind) > 1 ? String.valueOf(before + 1) : "");
    }

    /** A dense layer that reads samples, before the recurrent one, is the network's input. */
    private static String kindName(List<LayerSpec> layers, int index) {
        boolean readsSamples = layers.get(index) instanceof Dense
                && layers.subList(index, layers.size()).stream().anyMatch(Gru.class::isInstance);
        return readsSamples ? "input" : kindName(layers.get(index));
    }

    private static String kindName(LayerSpec layer) {
        return switch (layer) {
            case Convolution _ -> "convolution";
            case BatchNorm _ -> "norm";
            case Relu _ -> "relu";
            case Residual _ -> "block";
            case GlobalAveragePool _ -> "pool";
            case Gru _ -> "gru";
            case Dense _ -> "dense";
        };
    }

    private static void add(List<Slot> slots, String name, LayerSpec layer) {
        switch (layer) {
            case Convolution(int inputs, int outputs, int kernel) ->
                slots.add(learnt(name + ".weight", (long) inputs * kernel, outputs, inputs, kernel));
            case BatchNorm(int channels) -> {
                slots.add(new Slot(name + ".weight", List.of(channels), Role.SCALE, 0));
                slots.add(new Slot(name + ".bias", List.of(channels), Role.SHIFT, 0));
                slots.add(new Slot(name + ".running_mean", List.of(channels), Role.RUNNING_MEAN, 0));
                slots.add(new Slot(name + ".running_var", List.of(channels), Role.RUNNING_VARIANCE, 0));
            }
            case Relu(), GlobalAveragePool() -> {
                // nothing to learn
            }
            case Residual(var body, var shortcut) -> {
                addAll(slots, name + ".", body);
                addAll(slots, name + ".shortcut.", shortcut);
            }
            case Gru(int inputs, int hidden) -> {
                slots.add(learnt(name + ".weight_ih", hidden, 3 * hidden, inputs));
                slots.add(learnt(name + ".weight_hh", hidden, 3 * hidden, hidden));
                slots.add(learnt(name + ".bias_ih", hidden, 3 * hidden));
                slots.add(learnt(name + ".bias_hh", hidden, 3 * hidden));
            }
            case Dense(int inputs, int outputs) -> {
                slots.add(learnt(name + ".weight", inputs, outputs, inputs));
                slots.add(learnt(name + ".bias", inputs, outputs));
            }
        }
    }

    private static Slot learnt(String name, long summed, Integer... shape) {
        return new Slot(name, List.of(shape), Role.LEARNT, 1 / Math.sqrt((double) summed));
    }
}
