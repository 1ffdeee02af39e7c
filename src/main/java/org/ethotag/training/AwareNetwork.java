package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.GraphNode;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.Operation.AddShifted;
import org.ethotag.quantization.Operation.Align;
import org.ethotag.quantization.Operation.Blend;
import org.ethotag.quantization.Operation.Condition;
import org.ethotag.quantization.Operation.Lookup;
import org.ethotag.quantization.Operation.Rectify;
import org.ethotag.quantization.Operation.ResetProduct;
import org.ethotag.quantization.Operation.Shift;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;

/**
 * A quantized graph on the engine: its nodes in order, for many windows at once. The values are the integers of
 * fixed-point 2 in 64-bit floats, see {@link AwareOperators}. The input's part of every gate is calculated for all samples
 * at once, because no state has a part in it. Used once; everything belongs to the manager that is handed in.
 */
final class AwareNetwork {
    /** What no state has a part in. */
    private static final Set<EdgeName> STATELESS =
            EnumSet.of(EdgeName.RAW, EdgeName.X, EdgeName.FRONT_SUM, EdgeName.FRONT);

    private final QuantizedGraph graph;
    private final NDManager manager;
    private final AwareOperators operators;
    private final Map<EdgeName, IntegerWeights.Arrays> weights;
    private final Map<LookupTable, AwareTable> tables;
    private final Map<EdgeName, NDList> inputs = new EnumMap<>(EdgeName.class);
    private final Map<EdgeName, NDArray> values = new EnumMap<>(EdgeName.class);
    private final List<Node> step = new ArrayList<>();
    private final List<Node> head = new ArrayList<>();

    /** Calculates the values of one edge from those of others. */
    private interface Node {
        void run();
    }

    AwareNetwork(
            QuantizedGraph graph,
            Map<EdgeName, IntegerWeights.Arrays> weights,
            Map<LookupTable, AwareTable> tables,
            NDManager manager) {
        this.graph = graph;
        this.weights = weights;
        this.tables = tables;
        this.manager = manager;
        this.operators = new AwareOperators(manager);
        for (GraphNode node : graph.nodes()) {
            if (node.inputs().stream().anyMatch(STATELESS::contains)) {
                continue; // for all samples at once, before the first step
            }
            (node.output().compareTo(EdgeName.HIDDEN) <= 0 ? step : head).add(node(node));
        }
    }

    /** Logits as integers, [window][class], of windows of conditioned input, [sample][window][axis]. */
    NDArray logits(NDArray x) {
        begin(x);
        for (long sample = 0; sample < x.getShape().get(0); sample++) {
            step(sample);
        }
        return end();
    }

    /** Takes windows, from a state of 0. */
    void begin(NDArray x) {
        inputs.putAll(inputParts(x));
        var state = new Shape(x.getShape().get(1), graph.gru().hidden());
        values.put(EdgeName.HIDDEN, manager.zeros(state, DataType.FLOAT64));
    }

    /** One sample of all windows. */
    void step(long sample) {
        inputs.forEach((edge, parts) -> put(edge, parts.get((int) sample).squeeze(0)));
        step.forEach(Node::run);
    }

    /** The perceptron, after the last sample. */
    NDArray end() {
        head.forEach(Node::run);
        return value(EdgeName.LOGITS);
    }

    /** What is on an edge after the last sample, [window][place]; of an input's sum, what is left after its shift. */
    NDArray value(EdgeName edge) {
        NDArray found = values.get(edge);
        if (found == null) {
            throw new IllegalStateException("nothing on " + edge);
        }
        return found;
    }

    /** The input's part of every gate's argument, after its shift: per sample [1][window][unit]. */
    private Map<EdgeName, NDList> inputParts(NDArray x) {
        var shape = x.getShape();
        NDArray all = gateInput(x.reshape(shape.get(0) * shape.get(1), shape.get(2)));
        var parts = new EnumMap<EdgeName, NDList>(EdgeName.class);
        for (GraphNode node : graph.nodes()) {
            if (node.operation() instanceof AddShifted(IntMatrix first, IntMatrix _, int _)) {
                parts.put(node.inputs().getFirst(), inputPart(all, shape, node, first));
            } else if (node.operation() instanceof ResetProduct(IntMatrix first, int _, var _, int _)) {
                parts.put(node.inputs().getFirst(), inputPart(all, shape, node, first));
            }
        }
        return parts;
    }

    /** What the gates' input weights multiply, [sample and window][place]: the samples, or an input perceptron's values. */
    private NDArray gateInput(NDArray samples) {
        NDArray seen = samples;
        for (QuantizedDense layer : graph.front()) {
            int bits = layer.arithmetic().activationBits();
            NDArray sums = operators.sum(samples, array(EdgeName.FRONT_SUM));
            seen = AwareOperators.positive(operators.shifted(sums, operators.scales(layer.shifts())), bits)
                    .mul(operators.power(FixedPoint.alignment(bits)));
        }
        return seen;
    }

    /** Split and not picked one by one: the gradient of each pick would be as large as the whole. */
    private NDList inputPart(NDArray all, Shape shape, GraphNode node, IntMatrix shifts) {
        NDArray sums = operators.sum(all, array(node.inputs().getFirst()));
        return operators
                .shifted(sums, operators.scales(shifts))
                .reshape(shape.get(0), shape.get(1), graph.gru().hidden())
                .split(shape.get(0));
    }

    private IntegerWeights.Arrays array(EdgeName sum) {
        var found = weights.get(sum);
        if (found == null) {
            throw new IllegalStateException("no weights for " + sum);
        }
        return found;
    }

    /** What was there is freed; the gradient keeps what it needs. */
    private void put(EdgeName edge, NDArray value) {
        NDArray before = values.put(edge, value);
        if (before != null) {
            before.close();
        }
    }

    private Node node(GraphNode node) {
        var in = node.inputs();
        var out = node.output();
        return switch (node.operation()) {
            case Condition _ -> throw new IllegalStateException("conditioned input is handed in");
            case Accumulate(var _, var _, var _, int alignment) -> {
                var arrays = array(out);
                NDArray factor = operators.power(alignment);
                yield () -> put(
                        out,
                        operators.sum(
                                alignment == 0
                                        ? value(in.getFirst())
                                        : value(in.getFirst()).mul(factor),
                                arrays));
            }
            case AddShifted(var _, IntMatrix second, int bits) -> {
                NDArray scales = operators.scales(second);
                yield () -> put(
                        out,
                        AwareOperators.limited(
                                operators.shifted(value(in.get(1)), scales).addi(value(in.get(0))), bits));
            }
            case Shift(IntMatrix shifts, int bits) -> {
                NDArray scales = operators.scales(shifts);
                yield () -> put(out, AwareOperators.limited(operators.shifted(value(in.getFirst()), scales), bits));
            }
            case ResetProduct(var _, int productShift, var rounding, int bits) -> {
                var product = operators.rounded(productShift, rounding);
                yield () -> put(
                        out,
                        AwareOperators.limited(
                                product.of(value(in.get(1)).mul(value(in.get(2))))
                                        .addi(value(in.get(0))),
                                bits));
            }
            case Lookup(LookupTable table) -> {
                var onEngine = tables.get(table);
                if (onEngine == null) {
                    throw new IllegalStateException("no " + table);
                }
                yield () -> put(out, onEngine.at(value(in.getFirst())));
            }
            case Blend blend -> {
                var blended = operators.blend(blend);
                yield () -> put(out, blended.of(value(in.get(0)), value(in.get(1)), value(in.get(2))));
            }
            case Rectify(IntMatrix shifts, int bits) -> {
                NDArray scales = operators.scales(shifts);
                yield () -> put(out, AwareOperators.positive(operators.shifted(value(in.getFirst()), scales), bits));
            }
            case Align(IntMatrix shifts) -> {
                NDArray scales = operators.scales(shifts);
                yield () -> put(out, operators.shifted(value(in.getFirst()), scales));
            }
        };
    }
}
