package org.ethotag.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.GateWeights;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGru;
import org.ethotag.signal.Samples;

/** Reads the layers of a model blob, whatever layout their weights have. */
final class LayerReader {
    private final ByteSource source;
    /** The input perceptron, if there is one. */
    private final List<LayerRecord> front;

    private final LayerRecord gru;
    private final LayerRecord hidden;
    private final LayerRecord output;
    private final int units;

    /** @param layers 3, or 4 with an input perceptron */
    LayerReader(ByteSource source, int layers, int units, int classes) {
        this.source = source;
        this.units = units;
        int first = layers - BlobFormat.LAYERS;
        front = first == 0 ? List.of() : List.of(inputPerceptron());
        int inputs = first == 0 ? Samples.AXES : front.getFirst().outputs();
        gru = record(first, LayerRecord.GRU, inputs, units, 0);
        int width = source.require("perceptron width", record(first + 1).outputs(), 1, BlobFormat.MOST_UNITS);
        hidden = record(first + 1, LayerRecord.DENSE, units, width, LayerRecord.RELU);
        output = record(first + 2, LayerRecord.DENSE, width, classes, 0);
    }

    private LayerRecord inputPerceptron() {
        int width = source.require("input perceptron width", record(0).outputs(), 1, BlobFormat.MOST_UNITS);
        source.require("input perceptron width beyond a multiple of 4", width % FixedPoint.HIDDEN_STEP, 0, 0);
        return record(0, LayerRecord.DENSE, Samples.AXES, width, LayerRecord.RELU);
    }

    int weightBits() {
        return gru.weightBits();
    }

    private LayerRecord record(int index) {
        return LayerRecord.read(source, BlobFormat.layerAt(index));
    }

    private LayerRecord record(int index, int type, int inputs, int outputs, int activation) {
        var layer = record(index);
        String name = " of layer " + index;
        source.require("type" + name, layer.type(), type, type);
        source.require("inputs" + name, layer.inputs(), inputs, inputs);
        source.require("outputs" + name, layer.outputs(), outputs, outputs);
        source.require("activation" + name, layer.activation(), activation, activation);
        if (layer.weightBits() != Byte.SIZE && layer.weightBits() != Short.SIZE) {
            throw source.bad("weight bits" + name, layer.weightBits(), "8 or 16");
        }
        int same = record(0).weightBits();
        source.require("weight bits" + name, layer.weightBits(), same, same);
        return layer;
    }

    LookupTable sigmoid() {
        return table("sigmoid table", gru.sigmoid());
    }

    LookupTable tanh() {
        return table("tanh table", gru.tanh());
    }

    private LookupTable table(String field, long offset) {
        int at = source.section(field, offset, (long) Short.BYTES * LookupTable.ENTRIES);
        int[] entries = new int[LookupTable.ENTRIES];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = source.int16(at + Short.BYTES * i);
        }
        return LookupTable.ofEntries(entries);
    }

    QuantizedGru gru() {
        int p = source.require(
                "fraction of the new state",
                gru.newFraction(),
                FixedPoint.PRE_FRACTION_BITS - 1,
                FixedPoint.PRE_FRACTION_BITS);
        source.require("fraction into the gates", gru.xFraction(), 0, FixedPoint.STATE_FRACTION_BITS);
        for (LayerRecord layer : front) {
            source.require("fraction into the gates", gru.xFraction(), layer.uFraction(), layer.uFraction());
        }
        source.require(
                "fraction before the gates",
                gru.preFraction(),
                FixedPoint.PRE_FRACTION_BITS,
                FixedPoint.PRE_FRACTION_BITS);
        source.require(
                "fraction of the state",
                gru.hFraction(),
                FixedPoint.STATE_FRACTION_BITS,
                FixedPoint.STATE_FRACTION_BITS);
        var layout = Stream.of(WeightLayout.values())
                .filter(one -> one.id() == gru.layout())
                .findFirst()
                .orElseThrow(() -> source.bad("layout", gru.layout(), "0 to 2"));
        var input = matrices("input weights", layout, gru.inputWeights(), gru.inputs());
        var recurrent = matrices("recurrent weights", layout, gru.recurrentWeights(), units);
        int rows = Gate.values().length * units;
        int bias = source.section("bias of the GRU", gru.bias(), 2L * Integer.BYTES * rows);
        var inputBias = biases(layout, bias);
        var recurrentBias = biases(layout, bias + Integer.BYTES * rows);
        var gates = new ArrayList<GateWeights>();
        for (Gate gate : Gate.values()) {
            int g = gate.index();
            gates.add(new GateWeights(
                    input.get(g),
                    recurrent.get(g),
                    inputBias.get(g),
                    recurrentBias.get(g),
                    shift("input shift", gru.inputShifts().get(g)),
                    shift("recurrent shift", gru.recurrentShifts().get(g))));
        }
        return new QuantizedGru(gru.xFraction(), p, gates);
    }

    private int shift(String field, int value) {
        return source.require(field, value, FixedPoint.SMALLEST_SHIFT, FixedPoint.LARGEST_SHIFT);
    }

    private List<IntMatrix> matrices(String field, WeightLayout layout, long offset, int columns) {
        int size = gru.weightBits() / Byte.SIZE;
        int at = source.section(field, offset, layout.cells(units, columns, gru.weightBits()) * size);
        var values = new int[Gate.values().length][units * columns];
        var cursor = new Cursor(at, size);
        layout.visit(units, columns, gru.weightBits(), (row, column) -> {
            int value = cursor.next();
            if (column < columns) {
                values[row / units][row % units * columns + column] = value;
            }
        });
        return Stream.of(values)
                .map(matrix -> IntMatrix.of(units, columns, matrix))
                .toList();
    }

    /** Reads one weight after the other. */
    private final class Cursor {
        private final int size;
        private int at;

        Cursor(int at, int size) {
            this.at = at;
            this.size = size;
        }

        int next() {
            int value = size == 1 ? source.int8(at) : source.int16(at);
            at += size;
            return value;
        }
    }

    private List<IntMatrix> biases(WeightLayout layout, int offset) {
        var values = new int[Gate.values().length][units];
        int at = offset;
        for (int row : layout.rowOrder(units)) {
            values[row / units][row % units] = source.int32(at);
            at += Integer.BYTES;
        }
        return Stream.of(values).map(IntMatrix::column).toList();
    }

    /** None or one. */
    List<QuantizedDense> front() {
        return front.stream()
                .map(layer -> rectified("input perceptron", layer, 0))
                .toList();
    }

    QuantizedDense hiddenLayer() {
        return rectified("perceptron", hidden, FixedPoint.STATE_FRACTION_BITS);
    }

    /** @param leastFraction bits of what comes in; they are at most {@link FixedPoint#STATE_FRACTION_BITS} */
    private QuantizedDense rectified(String name, LayerRecord layer, int leastFraction) {
        int shift = shift(name + " shift", layer.inputShifts().getFirst());
        source.require("fraction into the " + name, layer.xFraction(), leastFraction, FixedPoint.STATE_FRACTION_BITS);
        int outgoing = layer.preFraction() - shift;
        source.require("fraction out of the " + name, layer.uFraction(), outgoing, outgoing);
        return dense(name, layer, shift);
    }

    QuantizedDense outputLayer() {
        int shift = output.inputShifts().getFirst();
        source.require("logit shift", shift, 0, 0);
        source.require("fraction into the logits", output.xFraction(), hidden.uFraction(), hidden.uFraction());
        source.require("fraction of the logits", output.uFraction(), output.preFraction(), output.preFraction());
        return dense("logits", output, shift);
    }

    private QuantizedDense dense(String name, LayerRecord layer, int shift) {
        source.require("layout of " + name, layer.layout(), 0, 0);
        int size = layer.weightBits() / Byte.SIZE;
        int count = layer.inputs() * layer.outputs();
        int at = source.section("weights of " + name, layer.inputWeights(), (long) size * count);
        var cursor = new Cursor(at, size);
        int[] weights = new int[count];
        for (int i = 0; i < count; i++) {
            weights[i] = cursor.next();
        }
        int bias = source.section("bias of " + name, layer.bias(), (long) Integer.BYTES * layer.outputs());
        int[] biases = new int[layer.outputs()];
        for (int i = 0; i < biases.length; i++) {
            biases[i] = source.int32(bias + Integer.BYTES * i);
        }
        return new QuantizedDense(
                IntMatrix.of(layer.outputs(), layer.inputs(), weights),
                IntMatrix.column(biases),
                layer.xFraction(),
                layer.preFraction() - layer.xFraction(),
                shift);
    }
}
