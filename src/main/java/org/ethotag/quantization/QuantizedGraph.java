package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.Operation.AddShifted;
import org.ethotag.quantization.Operation.Blend;
import org.ethotag.quantization.Operation.Condition;
import org.ethotag.quantization.Operation.Lookup;
import org.ethotag.quantization.Operation.Rectify;
import org.ethotag.quantization.Operation.ResetProduct;
import org.ethotag.quantization.Operation.Shift;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/**
 * A student in integers only: everything that the tag, the engine and the report need. Its {@link #nodes} are the
 * computation in order; its {@link #edges} say what the integers between them mean and how far they can go. Immutable.
 *
 * @param weightBits 8 or 16
 * @param sensor what a raw count means
 * @param conditioning default conversion of raw counts
 * @param gru the recurrent layer
 * @param hidden the perceptron's hidden layer
 * @param output the perceptron's last layer; one logit per class
 * @param sigmoid table of the gates
 * @param tanh table of the new state
 * @param classes one per logit
 * @param windows samples per window and stride
 * @param rate what the student was trained on, in whole millihertz
 */
public record QuantizedGraph(
        int weightBits,
        SensorScale sensor,
        InputConditioning conditioning,
        QuantizedGru gru,
        QuantizedDense hidden,
        QuantizedDense output,
        LookupTable sigmoid,
        LookupTable tanh,
        List<String> classes,
        WindowSpec windows,
        SampleRate rate) {
    public QuantizedGraph {
        classes = List.copyOf(classes);
        if (weightBits != Byte.SIZE && weightBits != Short.SIZE) {
            throw new IllegalArgumentException("weights have 8 or 16 bits, not " + weightBits);
        }
        if (gru.inputs() != Samples.AXES
                || hidden.inputs() != gru.hidden()
                || output.inputs() != hidden.outputs()
                || output.outputs() != classes.size()
                || hidden.shift() == 0
                || output.shift() != 0) {
            throw new IllegalArgumentException("the layers do not fit together");
        }
    }

    /** The computation of one step and, from {@link EdgeName#PERCEPTRON_SUM} on, of the end of a window, in order. */
    public List<GraphNode> nodes() {
        var nodes = new ArrayList<GraphNode>();
        nodes.add(node(new Condition(conditioning), EdgeName.X, EdgeName.RAW));
        for (Gate gate : Gate.values()) {
            nodes.add(node(inputSum(gate), EdgeName.inputSum(gate), EdgeName.X));
            nodes.add(node(recurrentSum(gate), EdgeName.recurrentSum(gate), EdgeName.HIDDEN));
        }
        nodes.add(node(added(Gate.RESET), EdgeName.PRE_RESET, EdgeName.INPUT_RESET, EdgeName.RECURRENT_RESET));
        nodes.add(node(added(Gate.UPDATE), EdgeName.PRE_UPDATE, EdgeName.INPUT_UPDATE, EdgeName.RECURRENT_UPDATE));
        nodes.add(node(new Lookup(sigmoid), EdgeName.RESET, EdgeName.PRE_RESET));
        nodes.add(node(new Lookup(sigmoid), EdgeName.UPDATE, EdgeName.PRE_UPDATE));
        var proposed = gru.gate(Gate.NEW);
        nodes.add(node(new Shift(proposed.recurrentShift()), EdgeName.NEW_RECURRENT, EdgeName.RECURRENT_NEW));
        int product = FixedPoint.STATE_FRACTION_BITS + gru.newFractionBits() - FixedPoint.PRE_FRACTION_BITS;
        nodes.add(node(
                new ResetProduct(proposed.inputShift(), product),
                EdgeName.PRE_NEW,
                EdgeName.INPUT_NEW,
                EdgeName.RESET,
                EdgeName.NEW_RECURRENT));
        nodes.add(node(new Lookup(tanh), EdgeName.NEW, EdgeName.PRE_NEW));
        nodes.add(node(new Blend(), EdgeName.HIDDEN, EdgeName.UPDATE, EdgeName.NEW, EdgeName.HIDDEN));
        nodes.add(node(sum(hidden), EdgeName.PERCEPTRON_SUM, EdgeName.HIDDEN));
        nodes.add(node(new Rectify(hidden.shift()), EdgeName.PERCEPTRON, EdgeName.PERCEPTRON_SUM));
        nodes.add(node(sum(output), EdgeName.LOGITS, EdgeName.PERCEPTRON));
        return List.copyOf(nodes);
    }

    /** What flows between the nodes, in the order of {@link EdgeName}. */
    public List<GraphEdge> edges() {
        return Stream.of(EdgeName.values()).map(this::edge).toList();
    }

    /** One edge. */
    public GraphEdge edge(EdgeName name) {
        return switch (name) {
            case RAW -> int16(name, Samples.AXES, 0);
            case X -> int16(name, Samples.AXES, gru.inputFractionBits());
            case INPUT_RESET -> sum(name, inputSumFormat(Gate.RESET));
            case INPUT_UPDATE -> sum(name, inputSumFormat(Gate.UPDATE));
            case INPUT_NEW -> sum(name, inputSumFormat(Gate.NEW));
            case RECURRENT_RESET -> sum(name, recurrentSumFormat(Gate.RESET));
            case RECURRENT_UPDATE -> sum(name, recurrentSumFormat(Gate.UPDATE));
            case RECURRENT_NEW -> sum(name, recurrentSumFormat(Gate.NEW));
            case PRE_RESET, PRE_UPDATE, PRE_NEW -> int16(name, gru.hidden(), FixedPoint.PRE_FRACTION_BITS);
            case NEW_RECURRENT -> int16(name, gru.hidden(), gru.newFractionBits());
            case RESET, UPDATE -> state(name, 0);
            case NEW, HIDDEN -> state(name, -FixedPoint.LARGEST_STATE);
            case PERCEPTRON_SUM -> sum(name, QFormat.int32(hidden.sumFractionBits()));
            case PERCEPTRON ->
                new GraphEdge(name, hidden.outputs(), QFormat.int16(hidden.outputFractionBits()), 0, Short.MAX_VALUE);
            case LOGITS -> sum(name, QFormat.int32(output.sumFractionBits()));
        };
    }

    /** The overflow proof of every row of every matrix. */
    public List<RowBound> bounds() {
        return Stream.of(gru.bounds(), hidden.bounds(), output.bounds())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What the tag's sensor would have given.
     *
     * @param valuesG [axis][sample] row-major, in g, as a dataset has it
     * @return counts, [sample][axis]
     */
    public short[][] counts(float[] valuesG) {
        int length = valuesG.length / Samples.AXES;
        short[][] counts = new short[length][Samples.AXES];
        for (int i = 0; i < valuesG.length; i++) {
            counts[i % length][i / length] = sensor.counts(valuesG[i]);
        }
        return counts;
    }

    /** The same student for another mounting or sensor. */
    public QuantizedGraph with(InputConditioning other) {
        return new QuantizedGraph(
                weightBits, sensor, other, gru, hidden, output, sigmoid, tanh, classes, windows, rate);
    }

    private static GraphNode node(Operation operation, EdgeName output, EdgeName... inputs) {
        return new GraphNode(operation, List.of(inputs), output);
    }

    private Accumulate inputSum(Gate gate) {
        var weights = gru.gate(gate);
        return new Accumulate(
                weights.input(), weights.inputBias(), new QFormat(weightBits, gru.inputWeightFractionBits(gate)));
    }

    private Accumulate recurrentSum(Gate gate) {
        var weights = gru.gate(gate);
        return new Accumulate(
                weights.recurrent(),
                weights.recurrentBias(),
                new QFormat(weightBits, gru.recurrentWeightFractionBits(gate)));
    }

    private AddShifted added(Gate gate) {
        return new AddShifted(gru.gate(gate).inputShift(), gru.gate(gate).recurrentShift());
    }

    private Accumulate sum(QuantizedDense layer) {
        return new Accumulate(layer.weights(), layer.bias(), new QFormat(weightBits, layer.weightFractionBits()));
    }

    private QFormat inputSumFormat(Gate gate) {
        return QFormat.int32(gru.inputWeightFractionBits(gate) + gru.inputFractionBits());
    }

    private QFormat recurrentSumFormat(Gate gate) {
        return QFormat.int32(gru.recurrentWeightFractionBits(gate) + FixedPoint.STATE_FRACTION_BITS);
    }

    private static GraphEdge int16(EdgeName name, int width, int fractionBits) {
        return new GraphEdge(name, width, QFormat.int16(fractionBits), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private GraphEdge state(EdgeName name, int lowest) {
        var format = QFormat.int16(FixedPoint.STATE_FRACTION_BITS);
        return new GraphEdge(name, gru.hidden(), format, lowest, FixedPoint.LARGEST_STATE);
    }

    private GraphEdge sum(EdgeName name, QFormat format) {
        var rows = bounds().stream().filter(bound -> bound.sum() == name).toList();
        long largest = rows.stream().mapToLong(RowBound::bound).max().orElseThrow();
        return new GraphEdge(name, rows.size(), format, -largest, largest);
    }
}
