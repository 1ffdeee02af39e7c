package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ethotag.model.WeightLayout;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.GraphNode;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.QuantizedGraph;

/**
 * The integer matrices and biases of a graph in one flat array, and the way of their gradient back to the float weights
 * that they were rounded from: rounding is passed straight through (Bengio, Leonard, Courville 2013, arXiv 1308.3432), so
 * a float weight's gradient is its integer's times 2^fraction bits. Rows and columns that only fill up have none.
 */
final class IntegerWeights {
    private final List<Block> blocks = new ArrayList<>();
    private final int learnt;

    /**
     * One matrix with its bias.
     *
     * @param weightsAt place of the first weight among the float weights
     * @param biasAt place of the first bias among them
     * @param rows how many rows the float matrix has
     * @param columns how many columns it has
     * @param inputFractionBits of what the matrix is multiplied with
     */
    private record Block(
            EdgeName output,
            Accumulate integers,
            int weightsAt,
            int biasAt,
            int rows,
            int columns,
            int inputFractionBits) {
        int size() {
            return integers.weights().toArray().length + integers.bias().rows();
        }
    }

    /** @param layout of the float student that became the graph */
    IntegerWeights(WeightLayout layout, QuantizedGraph graph) {
        var places = new Places(layout);
        learnt = Math.toIntExact(layout.size());
        for (GraphNode node : graph.nodes()) {
            if (node.operation() instanceof Accumulate integers) {
                blocks.add(block(node.output(), integers, places, graph));
            }
        }
    }

    private static Block block(EdgeName output, Accumulate integers, Places places, QuantizedGraph graph) {
        int state = FixedPoint.STATE_FRACTION_BITS;
        int input = graph.gru().inputFractionBits();
        return switch (output) {
            case INPUT_RESET -> places.gate(output, integers, "ih", Gate.RESET, input);
            case INPUT_UPDATE -> places.gate(output, integers, "ih", Gate.UPDATE, input);
            case INPUT_NEW -> places.gate(output, integers, "ih", Gate.NEW, input);
            case RECURRENT_RESET -> places.gate(output, integers, "hh", Gate.RESET, state);
            case RECURRENT_UPDATE -> places.gate(output, integers, "hh", Gate.UPDATE, state);
            case RECURRENT_NEW -> places.gate(output, integers, "hh", Gate.NEW, state);
            case FRONT_SUM ->
                places.dense(output, integers, "input", graph.front().getFirst().inputFractionBits());
            case PERCEPTRON_SUM ->
                places.dense(output, integers, "dense1", graph.hidden().inputFractionBits());
            case LOGIT_SUM, LOGITS ->
                places.dense(output, integers, "dense2", graph.output().inputFractionBits());
            case RAW, X, FRONT, PRE_RESET, PRE_UPDATE, NEW_RECURRENT, RESET, UPDATE, PRE_NEW, NEW, HIDDEN, PERCEPTRON ->
                throw new IllegalArgumentException("no matrix ends in " + output);
        };
    }

    /** Where the float weights lie in their flat array. */
    private record Places(WeightLayout layout) {
        Block gate(EdgeName output, Accumulate integers, String matrix, Gate gate, int inputFractionBits) {
            var slot = layout.slots().get(index("gru.weight_" + matrix));
            int hidden = slot.shape().get(0) / Gate.values().length;
            int columns = slot.shape().get(1);
            return new Block(
                    output,
                    integers,
                    start("gru.weight_" + matrix) + gate.index() * hidden * columns,
                    start("gru.bias_" + matrix) + gate.index() * hidden,
                    hidden,
                    columns,
                    inputFractionBits);
        }

        Block dense(EdgeName output, Accumulate integers, String layer, int inputFractionBits) {
            var shape = layout.slots().get(index(layer + ".weight")).shape();
            return new Block(
                    output,
                    integers,
                    start(layer + ".weight"),
                    start(layer + ".bias"),
                    shape.get(0),
                    shape.get(1),
                    inputFractionBits);
        }

        private int start(String name) {
            return Math.toIntExact(layout.slots().subList(0, index(name)).stream()
                    .mapToLong(WeightLayout.Slot::size)
                    .sum());
        }

        private int index(String name) {
            for (int i = 0; i < layout.slots().size(); i++) {
                if (layout.slots().get(i).name().equals(name)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("no weights named " + name);
        }
    }

    /** All integers, matrix after matrix in the order of the graph, each followed by its bias. */
    double[] values() {
        double[] values = new double[blocks.stream().mapToInt(Block::size).sum()];
        int at = 0;
        for (Block block : blocks) {
            at = copy(block.integers().weights(), values, at);
            at = copy(block.integers().bias(), values, at);
        }
        return values;
    }

    private static int copy(IntMatrix matrix, double[] target, int from) {
        int at = from;
        for (int value : matrix.toArray()) {
            target[at++] = value;
        }
        return at;
    }

    /**
     * One matrix as the engine multiplies with it.
     *
     * @param weights [row][column]
     * @param bias [row]
     */
    record Arrays(NDArray weights, NDArray bias) {}

    /** Views of {@link #values}, uploaded as one array, by the edge that their product flows on. */
    Map<EdgeName, Arrays> arrays(NDArray flat) {
        var borders = new ArrayList<Long>();
        long at = 0;
        for (Block block : blocks) {
            at += (long) block.integers().weights().rows()
                    * block.integers().weights().columns();
            borders.add(at);
            at += block.integers().bias().rows();
            borders.add(at);
        }
        borders.removeLast();
        NDList parts = flat.split(borders.stream().mapToLong(Long::longValue).toArray());
        var arrays = new EnumMap<EdgeName, Arrays>(EdgeName.class);
        for (int i = 0; i < blocks.size(); i++) {
            var weights = blocks.get(i).integers().weights();
            arrays.put(
                    blocks.get(i).output(),
                    new Arrays(
                            parts.get(2 * i).reshape(new Shape(weights.rows(), weights.columns())),
                            parts.get(2 * i + 1)));
        }
        return arrays;
    }

    /** The gradient of the float weights, in the order of their layout, from that of {@link #values}. */
    float[] gradient(double[] ofIntegers) {
        float[] gradient = new float[learnt];
        int at = 0;
        for (Block block : blocks) {
            int columns = block.integers().weights().columns();
            int biases = at + block.integers().weights().rows() * columns;
            for (int row = 0; row < block.rows(); row++) {
                int fractionBits = block.integers().formats().get(row).fractionBits();
                for (int column = 0; column < block.columns(); column++) {
                    gradient[block.weightsAt() + row * block.columns() + column] =
                            (float) Math.scalb(ofIntegers[at + row * columns + column], fractionBits);
                }
                gradient[block.biasAt() + row] =
                        (float) Math.scalb(ofIntegers[biases + row], fractionBits + block.inputFractionBits());
            }
            at += block.size();
        }
        return gradient;
    }
}
