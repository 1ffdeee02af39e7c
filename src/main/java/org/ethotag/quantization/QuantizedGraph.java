package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.Operation.AddShifted;
import org.ethotag.quantization.Operation.Align;
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
 * @param sensor what a raw count means
 * @param conditioning default conversion of raw counts
 * @param front the input perceptron, applied to every sample in front of the recurrent layer: none or one
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
        SensorScale sensor,
        InputConditioning conditioning,
        List<QuantizedDense> front,
        QuantizedGru gru,
        QuantizedDense hidden,
        QuantizedDense output,
        LookupTable sigmoid,
        LookupTable tanh,
        List<String> classes,
        WindowSpec windows,
        SampleRate rate) {
    public QuantizedGraph {
        front = List.copyOf(front);
        classes = List.copyOf(classes);
        if (!fits(front, gru)
                || hidden.inputs() != gru.hidden()
                || output.inputs() != hidden.outputs()
                || output.outputs() != classes.size()
                || hidden.isLast()
                || !output.isLast()
                || hidden.inputBits() != gru.stateBits()
                || output.inputBits() != hidden.arithmetic().activationBits()
                || sigmoid.bits() != gru.arithmetic().activationBits()
                || tanh.bits() != gru.arithmetic().activationBits()) {
            throw new IllegalArgumentException("the layers do not fit together");
        }
    }

    /** A graph without an input perceptron. */
    public QuantizedGraph(
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
        this(sensor, conditioning, List.of(), gru, hidden, output, sigmoid, tanh, classes, windows, rate);
    }

    /** A graph whose layers all have weights of one width, as a model blob has it, without an input perceptron. */
    public QuantizedGraph(
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
        this(weightBits, sensor, conditioning, List.of(), gru, hidden, output, sigmoid, tanh, classes, windows, rate);
    }

    /** A graph whose layers all have weights of one width, as a model blob has it. */
    public QuantizedGraph(
            int weightBits,
            SensorScale sensor,
            InputConditioning conditioning,
            List<QuantizedDense> front,
            QuantizedGru gru,
            QuantizedDense hidden,
            QuantizedDense output,
            LookupTable sigmoid,
            LookupTable tanh,
            List<String> classes,
            WindowSpec windows,
            SampleRate rate) {
        this(
                sensor,
                conditioning,
                front.stream().map(layer -> layer.withWeightBits(weightBits)).toList(),
                gru.withWeightBits(weightBits),
                hidden.withWeightBits(weightBits),
                output.withWeightBits(weightBits),
                sigmoid,
                tanh,
                classes,
                windows,
                rate);
    }

    /** Whether a recurrent layer reads what is in front of it. */
    private static boolean fits(List<QuantizedDense> front, QuantizedGru gru) {
        if (front.isEmpty()) {
            return gru.inputs() == Samples.AXES;
        }
        var layer = front.getFirst();
        int valueBits = layer.arithmetic().activationBits();
        return front.size() == 1
                && layer.inputs() == Samples.AXES
                && layer.inputBits() == Short.SIZE
                && !layer.isLast()
                && layer.outputs() == gru.inputs()
                && layer.outputFractionBits() + FixedPoint.alignment(valueBits) == gru.inputFractionBits();
    }

    /** Fraction bits of the conditioned input. */
    public int sampleFractionBits() {
        return front.isEmpty() ? gru.inputFractionBits() : front.getFirst().inputFractionBits();
    }

    /** Width of what the gates' input weights multiply. */
    private int gateInputBits() {
        return front.isEmpty() ? Short.SIZE : front.getFirst().arithmetic().activationBits();
    }

    /** Width of the GRU's weights; in a model blob, of all weights. */
    public int weightBits() {
        return gru.arithmetic().weightBits();
    }

    /**
     * Why no model blob can carry this graph, in sentences; empty if one can. A graph with reasons can be run and judged,
     * but is for study only.
     */
    public List<String> studyOnly() {
        return StudyOnly.reasons(this);
    }

    /** Whether a model blob, and with it a tag, can carry this graph. */
    public boolean isCarriedByBlob() {
        return studyOnly().isEmpty();
    }

    /**
     * Bytes that weights, biases and tables take at their widths: what a runtime of this very arithmetic would have to
     * store, without headers.
     */
    public long parameterBytes() {
        long weightBits = 0;
        long words = 0;
        for (GraphNode node : nodes()) {
            if (node.operation() instanceof Accumulate(IntMatrix weights, IntMatrix bias, var formats, int _)) {
                weightBits += (long) weights.rows()
                        * weights.columns()
                        * formats.getFirst().bits();
                words += bias.rows();
            }
        }
        long entries = sigmoid.cells() + 1L + tanh.cells() + 1L;
        return Math.ceilDiv(weightBits, Byte.SIZE)
                + Integer.BYTES * words
                + Math.ceilDiv(entries * sigmoid.bits(), Byte.SIZE);
    }

    /** Products of one sample: those of the matrices, and three for the gates of a unit; without the conditioning. */
    public long multiplicationsPerSample() {
        long gates = Gate.values().length;
        long recurrent = gates * gru.hidden() * (gru.inputs() + gru.hidden() + 1L);
        return recurrent + front.stream().mapToLong(QuantizedDense::products).sum();
    }

    /** Products of the perceptron, once a window. */
    public long multiplicationsPerWindow() {
        return hidden.products() + output.products();
    }

    /** @throws ProblemException with the reasons if no model blob can carry this graph */
    public void requireCarriedByBlob() {
        var reasons = studyOnly();
        if (!reasons.isEmpty()) {
            throw new ProblemException(QuantizationProblem.STUDY_ONLY, String.join("; ", reasons));
        }
    }

    /** The computation of one step and, from {@link EdgeName#PERCEPTRON_SUM} on, of the end of a window, in order. */
    public List<GraphNode> nodes() {
        var nodes = new ArrayList<GraphNode>();
        nodes.add(node(new Condition(conditioning), EdgeName.X, EdgeName.RAW));
        for (QuantizedDense layer : front) {
            nodes.add(node(sum(layer), EdgeName.FRONT_SUM, EdgeName.X));
            nodes.add(node(rectified(layer), EdgeName.FRONT, EdgeName.FRONT_SUM));
        }
        var seen = front.isEmpty() ? EdgeName.X : EdgeName.FRONT;
        for (Gate gate : Gate.values()) {
            nodes.add(node(inputSum(gate), EdgeName.inputSum(gate), seen));
            nodes.add(node(recurrentSum(gate), EdgeName.recurrentSum(gate), EdgeName.HIDDEN));
        }
        nodes.add(node(added(Gate.RESET), EdgeName.PRE_RESET, EdgeName.INPUT_RESET, EdgeName.RECURRENT_RESET));
        nodes.add(node(added(Gate.UPDATE), EdgeName.PRE_UPDATE, EdgeName.INPUT_UPDATE, EdgeName.RECURRENT_UPDATE));
        nodes.add(node(new Lookup(sigmoid), EdgeName.RESET, EdgeName.PRE_RESET));
        nodes.add(node(new Lookup(sigmoid), EdgeName.UPDATE, EdgeName.PRE_UPDATE));
        var proposed = gru.gate(Gate.NEW);
        var rounding = gru.arithmetic().rounding();
        int gateBits = gru.arithmetic().activationBits();
        nodes.add(
                node(new Shift(proposed.recurrentShifts(), gateBits), EdgeName.NEW_RECURRENT, EdgeName.RECURRENT_NEW));
        nodes.add(node(
                new ResetProduct(proposed.inputShifts(), gru.productShift(), rounding, gateBits),
                EdgeName.PRE_NEW,
                EdgeName.INPUT_NEW,
                EdgeName.RESET,
                EdgeName.NEW_RECURRENT));
        nodes.add(node(new Lookup(tanh), EdgeName.NEW, EdgeName.PRE_NEW));
        nodes.add(node(
                new Blend(gateBits, gru.stateBits(), rounding),
                EdgeName.HIDDEN,
                EdgeName.UPDATE,
                EdgeName.NEW,
                EdgeName.HIDDEN));
        nodes.add(node(sum(hidden), EdgeName.PERCEPTRON_SUM, EdgeName.HIDDEN));
        nodes.add(node(rectified(hidden), EdgeName.PERCEPTRON, EdgeName.PERCEPTRON_SUM));
        nodes.add(node(sum(output), output.sumEdge(), EdgeName.PERCEPTRON));
        if (!output.hasOneScale()) {
            nodes.add(node(new Align(output.shifts()), EdgeName.LOGITS, EdgeName.LOGIT_SUM));
        }
        return List.copyOf(nodes);
    }

    /** What flows between the nodes, in the order of {@link EdgeName}. */
    public List<GraphEdge> edges() {
        return Stream.of(EdgeName.values()).filter(this::has).map(this::edge).toList();
    }

    /** Whether there is such an edge. */
    public boolean has(EdgeName name) {
        return switch (name) {
            case FRONT_SUM, FRONT -> !front.isEmpty();
            case LOGIT_SUM -> !output.hasOneScale();
            default -> true;
        };
    }

    /**
     * One edge. Where rows have scales of their own its format is that of the coarsest row; {@link #format} has each.
     *
     * @throws IllegalArgumentException if this graph has no such edge
     */
    public GraphEdge edge(EdgeName name) {
        if (!has(name)) {
            throw new IllegalArgumentException("this graph has no " + name.title());
        }
        return switch (name) {
            case RAW -> full(name, Samples.AXES, format(name, 0));
            case X -> full(name, Samples.AXES, format(name, 0));
            case FRONT_SUM -> sum(name, front.getFirst().outputs());
            case FRONT -> rectified(name, front.getFirst());
            case INPUT_RESET, INPUT_UPDATE, INPUT_NEW, RECURRENT_RESET, RECURRENT_UPDATE, RECURRENT_NEW ->
                sum(name, gru.hidden());
            case PRE_RESET, PRE_UPDATE, PRE_NEW, NEW_RECURRENT -> full(name, gru.hidden(), format(name, 0));
            case RESET, UPDATE -> state(name, false);
            case NEW, HIDDEN -> state(name, true);
            case PERCEPTRON_SUM -> sum(name, hidden.outputs());
            case PERCEPTRON -> rectified(name, hidden);
            case LOGIT_SUM -> sum(name, output.outputs());
            case LOGITS -> logits();
        };
    }

    /** What the integer at one place of an edge stands for. */
    public QFormat format(EdgeName name, int index) {
        return switch (name) {
            case RAW -> QFormat.int16(0);
            case X -> QFormat.int16(sampleFractionBits());
            case FRONT_SUM -> QFormat.int32(front.getFirst().sumFractionBits(index));
            case FRONT -> valueFormat(front.getFirst());
            case INPUT_RESET -> inputSumFormat(Gate.RESET, index);
            case INPUT_UPDATE -> inputSumFormat(Gate.UPDATE, index);
            case INPUT_NEW -> inputSumFormat(Gate.NEW, index);
            case RECURRENT_RESET -> recurrentSumFormat(Gate.RESET, index);
            case RECURRENT_UPDATE -> recurrentSumFormat(Gate.UPDATE, index);
            case RECURRENT_NEW -> recurrentSumFormat(Gate.NEW, index);
            case PRE_RESET, PRE_UPDATE, PRE_NEW -> gru.preFormat();
            case NEW_RECURRENT -> gru.newRecurrentFormat();
            case RESET, UPDATE, NEW -> gru.gateFormat();
            case HIDDEN -> gru.stateFormat();
            case PERCEPTRON_SUM -> QFormat.int32(hidden.sumFractionBits(index));
            case PERCEPTRON -> valueFormat(hidden);
            case LOGIT_SUM -> QFormat.int32(output.sumFractionBits(index));
            case LOGITS -> QFormat.int32(output.outputFractionBits());
        };
    }

    /** The overflow proof of every row of every matrix. */
    public List<RowBound> bounds() {
        var inFront = front.stream()
                .map(layer -> layer.bounds(EdgeName.FRONT_SUM, FixedPoint.LARGEST_INPUT))
                .flatMap(List::stream)
                .toList();
        int largest = front.isEmpty() ? FixedPoint.LARGEST_INPUT : FixedPoint.largestAligned(gateInputBits());
        return Stream.of(inFront, gru.bounds(largest), hidden.bounds(), output.bounds())
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
        return new QuantizedGraph(sensor, other, front, gru, hidden, output, sigmoid, tanh, classes, windows, rate);
    }

    private static GraphNode node(Operation operation, EdgeName output, EdgeName... inputs) {
        return new GraphNode(operation, List.of(inputs), output);
    }

    private Accumulate inputSum(Gate gate) {
        var weights = gru.gate(gate);
        return new Accumulate(
                weights.input(),
                weights.inputBias(),
                rows(gru.hidden(), row -> gru.inputWeightFractionBits(gate, row), gru.arithmetic()),
                FixedPoint.alignment(gateInputBits()));
    }

    private Accumulate recurrentSum(Gate gate) {
        var weights = gru.gate(gate);
        return new Accumulate(
                weights.recurrent(),
                weights.recurrentBias(),
                rows(gru.hidden(), row -> gru.recurrentWeightFractionBits(gate, row), gru.arithmetic()),
                FixedPoint.alignment(gru.stateBits()));
    }

    private AddShifted added(Gate gate) {
        return new AddShifted(
                gru.gate(gate).inputShifts(),
                gru.gate(gate).recurrentShifts(),
                gru.arithmetic().activationBits());
    }

    private static Accumulate sum(QuantizedDense layer) {
        return new Accumulate(
                layer.weights(),
                layer.bias(),
                rows(layer.outputs(), layer::weightFractionBits, layer.arithmetic()),
                FixedPoint.alignment(layer.inputBits()));
    }

    private static Rectify rectified(QuantizedDense layer) {
        return new Rectify(layer.shifts(), layer.arithmetic().activationBits());
    }

    private static QFormat valueFormat(QuantizedDense layer) {
        return new QFormat(layer.arithmetic().activationBits(), layer.outputFractionBits());
    }

    private static GraphEdge rectified(EdgeName name, QuantizedDense layer) {
        var format = valueFormat(layer);
        return new GraphEdge(name, layer.outputs(), format, 0, FixedPoint.largest(format.bits()));
    }

    private static List<QFormat> rows(int rows, IntUnaryOperator fractionBits, LayerArithmetic arithmetic) {
        return IntStream.range(0, rows)
                .mapToObj(row -> new QFormat(arithmetic.weightBits(), fractionBits.applyAsInt(row)))
                .toList();
    }

    private QFormat inputSumFormat(Gate gate, int row) {
        return QFormat.int32(gru.inputWeightFractionBits(gate, row) + gru.inputFractionBits());
    }

    private QFormat recurrentSumFormat(Gate gate, int row) {
        return QFormat.int32(gru.recurrentWeightFractionBits(gate, row) + FixedPoint.STATE_FRACTION_BITS);
    }

    private static GraphEdge full(EdgeName name, int width, QFormat format) {
        int largest = FixedPoint.largest(format.bits());
        return new GraphEdge(name, width, format, -largest - 1, largest);
    }

    private GraphEdge state(EdgeName name, boolean signed) {
        var format = format(name, 0);
        int largest = FixedPoint.largest(format.bits());
        return new GraphEdge(name, gru.hidden(), format, signed ? -largest : 0, largest);
    }

    private GraphEdge sum(EdgeName name, int width) {
        long largest = largestSum(name);
        var coarsest = IntStream.range(0, width)
                .mapToObj(row -> format(name, row))
                .min(Comparator.comparingInt(QFormat::fractionBits))
                .orElseThrow();
        return new GraphEdge(name, width, coarsest, -largest, largest);
    }

    /** Behind the shifts of rows with scales of their own a logit cannot be above its shifted bound. */
    private GraphEdge logits() {
        if (output.hasOneScale()) {
            return sum(EdgeName.LOGITS, output.outputs());
        }
        long largest = output.bounds().stream()
                .mapToLong(bound -> -(-bound.bound() >> output.shifts().at(bound.row())))
                .max()
                .orElseThrow();
        return new GraphEdge(EdgeName.LOGITS, output.outputs(), format(EdgeName.LOGITS, 0), -largest, largest);
    }

    private long largestSum(EdgeName name) {
        return bounds().stream()
                .filter(bound -> bound.sum() == name)
                .mapToLong(RowBound::bound)
                .max()
                .orElseThrow();
    }
}
