package org.ethotag.export;

import static org.ethotag.export.BlobFormat.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.GateWeights;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;
import org.ethotag.signal.Samples;

/** Lays a graph out as a model blob: header, layer table, data in the order in which the runtime reads it. */
final class BlobWriter {
    private final QuantizedGraph graph;
    private final WeightLayout layout;
    private final ByteSink sink = new ByteSink();

    BlobWriter(QuantizedGraph graph, WeightLayout layout) {
        this.graph = graph;
        this.layout = layout;
    }

    byte[] write() {
        requireRoom("hidden units", graph.gru().hidden(), MOST_UNITS);
        requireRoom("perceptron units", graph.hidden().outputs(), MOST_UNITS);
        graph.front().forEach(layer -> requireRoom("input perceptron units", layer.outputs(), MOST_UNITS));
        requireRoom("classes", graph.classes().size(), MOST_CLASSES);
        requireRoom("samples per window", graph.windows().lengthSamples(), MOST_SAMPLES);
        requireRoom("stride", graph.windows().strideSamples(), MOST_SAMPLES);
        sink.zeros(layerAt(layers(graph)));
        long sigmoid = table(graph.sigmoid());
        long tanh = table(graph.tanh());
        var layers = new ArrayList<LayerRecord>();
        graph.front().forEach(layer -> layers.add(dense(layer, LayerRecord.RELU, "FRONT")));
        layers.add(gru(sigmoid, tanh));
        layers.add(dense(graph.hidden(), LayerRecord.RELU, "PERCEPTRON"));
        layers.add(dense(graph.output(), 0, "LOGIT"));
        int conditioning = conditioning();
        int labels = labels();
        int selfTest = sink.align();
        SelfTest.of(graph).write(sink);
        sink.align();
        return sealed(layers, header(conditioning, labels, selfTest));
    }

    private static void requireRoom(String what, int size, int limit) {
        if (size > limit) {
            throw new ProblemException(ExportProblem.TOO_LARGE, "model", size + " " + what, limit);
        }
    }

    private long table(LookupTable table) {
        int at = sink.align();
        for (int i = 0; i < LookupTable.ENTRIES; i++) {
            sink.int16(table.entry(i));
        }
        return at;
    }

    private LayerRecord gru(long sigmoid, long tanh) {
        var gru = graph.gru();
        long input = sink.align();
        weights(gru.inputs(), GateWeights::input);
        long recurrent = sink.align();
        weights(gru.hidden(), GateWeights::recurrent);
        long bias = sink.align();
        biases(GateWeights::inputBias);
        biases(GateWeights::recurrentBias);
        return new LayerRecord(
                LayerRecord.GRU,
                graph.weightBits(),
                layout.id(),
                0,
                gru.inputs(),
                gru.hidden(),
                List.of(input, recurrent, bias, sigmoid, tanh),
                shifts(GateWeights::inputShift),
                shifts(GateWeights::recurrentShift),
                List.of(
                        gru.inputFractionBits(),
                        FixedPoint.PRE_FRACTION_BITS,
                        FixedPoint.STATE_FRACTION_BITS,
                        gru.newFractionBits(),
                        0),
                List.of(largest("INPUT"), largest("RECURRENT")));
    }

    private interface Part {
        IntMatrix of(GateWeights gate);
    }

    private void weights(int columns, Part part) {
        var matrices = graph.gru().gates().stream().map(part::of).toList();
        int hidden = graph.gru().hidden();
        layout.visit(hidden, columns, graph.weightBits(), (row, column) -> {
            int value = column < columns ? matrices.get(row / hidden).at(row % hidden, column) : 0;
            weight(value);
        });
    }

    private void weight(int value) {
        if (graph.weightBits() == Byte.SIZE) {
            sink.int8(value);
        } else {
            sink.int16(value);
        }
    }

    private void biases(Part part) {
        var vectors = graph.gru().gates().stream().map(part::of).toList();
        int hidden = graph.gru().hidden();
        for (int row : layout.rowOrder(hidden)) {
            sink.int32(vectors.get(row / hidden).at(row % hidden));
        }
    }

    private List<Integer> shifts(ToIntFunction<GateWeights> shift) {
        return graph.gru().gates().stream().map(shift::applyAsInt).toList();
    }

    /** The largest bound of the rows whose sums flow on edges of that name. */
    private long largest(String prefix) {
        return graph.bounds().stream()
                .filter(bound -> bound.sum().name().startsWith(prefix))
                .mapToLong(RowBound::bound)
                .max()
                .orElseThrow();
    }

    private LayerRecord dense(QuantizedDense layer, int activation, String sums) {
        long weights = sink.align();
        for (int value : layer.weights().toArray()) {
            weight(value);
        }
        long bias = sink.align();
        for (int value : layer.bias().toArray()) {
            sink.int32(value);
        }
        return new LayerRecord(
                LayerRecord.DENSE,
                graph.weightBits(),
                WeightLayout.ROW_MAJOR.id(),
                activation,
                layer.inputs(),
                layer.outputs(),
                List.of(weights, 0L, bias, 0L, 0L),
                List.of(layer.shift(), 0, 0),
                Collections.nCopies(Gate.values().length, 0),
                List.of(layer.inputFractionBits(), layer.sumFractionBits(), 0, 0, layer.outputFractionBits()),
                List.of(largest(sums), 0L));
    }

    private int conditioning() {
        int at = sink.align();
        var conditioning = graph.conditioning();
        for (int value : conditioning.offset().toArray()) {
            sink.int16(value);
        }
        sink.int16(conditioning.shift());
        for (int value : conditioning.matrix().toArray()) {
            sink.int16(value);
        }
        sink.int16(0);
        return at;
    }

    private int labels() {
        int at = sink.align();
        for (String name : graph.classes()) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            if (text.length > MOST_LABEL_BYTES) {
                throw new ProblemException(ExportProblem.LABEL_TOO_LONG, name, MOST_LABEL_BYTES);
            }
            sink.int8(text.length).bytes(text);
        }
        return at;
    }

    /** The header with everything but size, checksum and model id. */
    private byte[] header(int conditioning, int labels, int selfTest) {
        return new ByteSink()
                .int32(MAGIC)
                .int16(MAJOR)
                .int16(MINOR)
                .zeros(Integer.BYTES + Integer.BYTES + MODEL_ID_BYTES)
                .int16(Samples.AXES)
                .int16(graph.windows().lengthSamples())
                .int16(graph.gru().hidden())
                .int16(graph.classes().size())
                .int8(layers(graph))
                .int8(0)
                .int16(FixedPoint.REVISION)
                .int32(scratchBytes(graph))
                .int32(Math.round(graph.rate().hertz() * MILLI))
                .int16(graph.windows().strideSamples())
                .int16((int) Math.round(graph.sensor().fullScaleG() * MILLI))
                .int32(Math.round(graph.sensor().countsPerG() * COUNT_PARTS))
                .int32(conditioning)
                .int32(labels)
                .int32(selfTest)
                .toArray();
    }

    private byte[] sealed(List<LayerRecord> layers, byte[] header) {
        var table = new ByteSink();
        layers.forEach(layer -> layer.write(table));
        byte[] bytes = sink.toArray();
        var blob = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        blob.put(0, header).put(HEADER_BYTES, table.toArray());
        blob.putInt(AT_SIZE, bytes.length);
        var digest = ModelBlob.sha256();
        digest.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        blob.put(AT_MODEL_ID, digest.digest(), 0, MODEL_ID_BYTES);
        var crc = new CRC32();
        crc.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
        blob.putInt(AT_CRC, (int) crc.getValue());
        return bytes;
    }
}
