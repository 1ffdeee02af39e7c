package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ethotag.signal.Samples;

/**
 * Runs a quantized graph node by node, one sample at a time, exactly as the tag does (fixed-point 2). It uses int
 * arithmetic only; the graph's bounds prove that nothing overflows. Not safe for use by several threads: one engine each.
 */
public final class IntegerEngine {
    private final QuantizedGraph graph;
    private final Map<EdgeName, int[]> values = new EnumMap<>(EdgeName.class);
    private final Map<EdgeName, Kernel> kernels = new EnumMap<>(EdgeName.class);
    /** Nodes that run for every sample, and those that run once at the end. */
    private final List<Kernel> step = new ArrayList<>();

    private final List<Kernel> head = new ArrayList<>();

    /** An engine with its state at 0. */
    public IntegerEngine(QuantizedGraph graph) {
        this.graph = graph;
        for (GraphEdge edge : graph.edges()) {
            values.put(edge.name(), new int[edge.width()]);
        }
        for (GraphNode node : graph.nodes()) {
            var kernel = Kernel.of(node, this::edge);
            kernels.put(node.output(), kernel);
            (node.output().compareTo(EdgeName.HIDDEN) <= 0 ? step : head).add(kernel);
        }
    }

    /** What it runs. */
    public QuantizedGraph graph() {
        return graph;
    }

    /** Forgets the past: the state is 0. */
    public void reset() {
        Arrays.fill(edge(EdgeName.HIDDEN), 0);
    }

    /**
     * Takes one sample.
     *
     * @param raw counts, one per axis
     */
    public void step(short[] raw) {
        step(raw[0], raw[1], raw[2]);
    }

    /** Takes one sample, counts per axis, each an int16. */
    public void step(int rawX, int rawY, int rawZ) {
        int[] counts = edge(EdgeName.RAW);
        counts[0] = rawX;
        counts[1] = rawY;
        counts[2] = rawZ;
        for (Kernel kernel : step) {
            kernel.run();
        }
    }

    /** One per class, for the samples since the last {@link #reset}. */
    public int[] logits() {
        for (Kernel kernel : head) {
            kernel.run();
        }
        return edge(EdgeName.LOGITS).clone();
    }

    /**
     * Logits of a whole window, from a state of 0.
     *
     * @param window counts, [sample][axis]
     */
    public int[] logits(short[][] window) {
        reset();
        for (short[] sample : window) {
            step(sample);
        }
        return logits();
    }

    /**
     * What the network sees of a window.
     *
     * @param window counts, [sample][axis]
     * @return conditioned input, [sample][axis]
     */
    public short[][] condition(short[][] window) {
        short[][] conditioned = new short[window.length][Samples.AXES];
        for (int i = 0; i < window.length; i++) {
            short[] raw = window[i];
            for (int axis = 0; axis < Samples.AXES; axis++) {
                conditioned[i][axis] = (short) graph.conditioning().apply(axis, raw[0], raw[1], raw[2]);
            }
        }
        return conditioned;
    }

    /** The integers on one edge after the last step, or after {@link #logits()} for the perceptron; a copy. */
    public int[] values(EdgeName edge) {
        return edge(edge).clone();
    }

    /** How many values of an edge were limited to int16 since this engine was made. */
    public long saturations(EdgeName edge) {
        var kernel = kernels.get(edge);
        return kernel == null ? 0 : kernel.saturations();
    }

    /** The class of the largest logit; of equal ones the lowest index wins. */
    public static int classOf(int[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    private int[] edge(EdgeName name) {
        int[] found = values.get(name);
        if (found == null) {
            throw new IllegalStateException("no edge " + name);
        }
        return found;
    }
}
