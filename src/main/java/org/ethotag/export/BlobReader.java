package org.ethotag.export;

import static org.ethotag.export.BlobFormat.*;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;
import org.ethotag.quantization.SensorScale;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/** Reads a model blob from anybody: whatever a tag could not run safely is a problem. */
final class BlobReader {
    private final byte[] bytes;
    private final ByteSource source;

    BlobReader(byte[] bytes) {
        this.bytes = bytes;
        this.source = new ByteSource(WHAT, bytes);
    }

    QuantizedGraph graph() {
        checkIdentity();
        checkContent();
        int hidden = source.require("number of hidden units", source.uint16(AT_HIDDEN), 1, MOST_UNITS);
        source.require("hidden units beyond a multiple of 4", hidden % FixedPoint.HIDDEN_STEP, 0, 0);
        int classes = source.require("number of classes", source.uint16(AT_CLASSES), 1, MOST_CLASSES);
        source.require("number of inputs", source.uint16(AT_INPUTS), Samples.AXES, Samples.AXES);
        int count = source.require("number of layers", source.uint8(AT_LAYERS), LAYERS, MOST_LAYERS);
        var layers = new LayerReader(source, count, hidden, classes);
        var graph = new QuantizedGraph(
                layers.weightBits(),
                sensor(),
                conditioning(),
                layers.front(),
                layers.gru(),
                layers.hiddenLayer(),
                layers.outputLayer(),
                layers.sigmoid(),
                layers.tanh(),
                labels(classes),
                new WindowSpec(
                        source.require("samples per window", source.uint16(AT_WINDOW), 1, MOST_SAMPLES),
                        source.require("stride", source.uint16(AT_STRIDE), 1, MOST_SAMPLES)),
                rate());
        checkWhole(graph);
        return graph;
    }

    private void checkIdentity() {
        if (source.int32(0) != MAGIC) {
            throw source.problem(
                    ExportProblem.NOT_THIS_FORMAT, HexFormat.ofDelimiter(" ").formatHex(bytes, 0, AT_MAJOR));
        }
        int major = source.uint16(AT_MAJOR);
        if (major != MAJOR) {
            throw source.problem(ExportProblem.OTHER_VERSION, major, MAJOR);
        }
        int revision = source.uint16(AT_REVISION);
        if (revision != FixedPoint.REVISION) {
            throw source.problem(ExportProblem.OTHER_VERSION, "GRUQ-" + revision, "GRUQ-" + FixedPoint.REVISION);
        }
    }

    private void checkContent() {
        long size = source.uint32(AT_SIZE);
        if (size != bytes.length || size % ByteSink.WORD != 0 || size < layerAt(LAYERS)) {
            throw source.problem(ExportProblem.WRONG_SIZE, size, bytes.length);
        }
        var crc = new CRC32();
        crc.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
        if (source.uint32(AT_CRC) != crc.getValue()) {
            throw source.problem(ExportProblem.DAMAGED);
        }
        var digest = ModelBlob.sha256();
        digest.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        byte[] id = Arrays.copyOf(digest.digest(), MODEL_ID_BYTES);
        byte[] claimed = source.bytes(AT_MODEL_ID, MODEL_ID_BYTES);
        if (!Arrays.equals(id, claimed)) {
            throw source.bad(
                    "model id",
                    HexFormat.of().formatHex(claimed),
                    HexFormat.of().formatHex(id));
        }
    }

    private SensorScale sensor() {
        int fullScaleMg = source.require("sensor's full scale", source.uint16(AT_FULL_SCALE), 1, 0xFFFF);
        long countsPerG = source.uint32(AT_COUNTS_PER_G);
        if (countsPerG == 0 || countsPerG > 0xFFFF * (long) COUNT_PARTS) {
            throw source.bad("counts per g", countsPerG, "1 to 65535, in parts of 65536");
        }
        return new SensorScale(fullScaleMg / MILLI, countsPerG / COUNT_PARTS);
    }

    private SampleRate rate() {
        long mHz = source.uint32(AT_RATE);
        if (mHz < 1 || mHz > 100_000_000) {
            throw source.bad("sample rate", mHz + " mHz", "1 to 100000000 mHz");
        }
        return new SampleRate(mHz / MILLI);
    }

    private InputConditioning conditioning() {
        int at = source.section("conditioning offset", source.uint32(AT_CONDITIONING), CONDITIONING_BYTES);
        int[] offset = new int[Samples.AXES];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = source.int16(at + Short.BYTES * i);
        }
        int shift = source.require(
                "conditioning shift",
                source.uint16(at + Short.BYTES * offset.length),
                FixedPoint.SMALLEST_SHIFT,
                FixedPoint.LARGEST_SHIFT);
        int[] values = new int[Samples.AXES * Samples.AXES];
        int from = at + Short.BYTES * (offset.length + 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = source.int16(from + Short.BYTES * i);
        }
        var matrix = IntMatrix.of(Samples.AXES, Samples.AXES, values);
        for (int row = 0; row < Samples.AXES; row++) {
            if (!InputConditioning.rowHolds(matrix.absoluteSum(row), shift)) {
                throw source.bad("conditioning matrix", "a row that can overflow", "sums that fit int32");
            }
        }
        return new InputConditioning(IntMatrix.column(offset), matrix, shift);
    }

    private List<String> labels(int classes) {
        int at = source.section("label offset", source.uint32(AT_LABELS), classes);
        var names = new ArrayList<String>();
        for (int i = 0; i < classes; i++) {
            int length = source.uint8(at);
            names.add(text(source.bytes(at + 1, length)));
            at += 1 + length;
        }
        return names;
    }

    private String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw source.bad("class name", HexFormat.of().formatHex(utf8), "UTF-8")
                    .causedBy(malformed);
        }
    }

    private void checkWhole(QuantizedGraph graph) {
        for (RowBound bound : graph.bounds()) {
            if (!bound.holds()) {
                throw source.bad(
                        "weights of " + bound.sum().title() + ", row " + bound.row(),
                        bound.bound(),
                        "sums up to " + RowBound.LIMIT);
            }
        }
        if (!graph.sigmoid().equals(LookupTable.sigmoid()) || !graph.tanh().equals(LookupTable.tanh())) {
            throw source.bad("function table", "other entries", "those of GRUQ-" + FixedPoint.REVISION);
        }
        int scratch = BlobFormat.scratchBytes(graph);
        if (source.uint32(AT_SCRATCH) != scratch) {
            throw source.bad("scratch size", source.uint32(AT_SCRATCH), scratch);
        }
        int hidden = graph.gru().hidden();
        int classes = graph.classes().size();
        int at = source.section("self-test offset", source.uint32(AT_SELF_TEST), SelfTest.bytes(hidden, classes));
        if (!SelfTest.read(source, at, hidden, classes).passes(graph)) {
            throw source.bad("self-test", "another result", "what its weights give");
        }
    }
}
