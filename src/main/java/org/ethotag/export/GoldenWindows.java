package org.ethotag.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.ethotag.dataset.Dataset;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.Samples;

/**
 * Real windows with the logits that one model must give for them: the test of a tag after flashing (format:
 * golden-windows).
 *
 * @param modelId the model, 16 hexadecimal digits
 * @param lengthSamples samples per window
 * @param classes logits per window
 * @param windows 0 to 64
 */
public record GoldenWindows(String modelId, int lengthSamples, int classes, List<GoldenWindow> windows) {
    /** No more fit a tag sensibly. */
    public static final int MOST = 64;

    private static final String WHAT = "golden windows file";
    private static final int MAGIC = 0x57555247; // "GRUW"
    private static final int MAJOR = 1;
    private static final int HEADER_BYTES = 32;
    private static final int AT_MAJOR = 4;
    private static final int AT_SIZE = 8;
    private static final int AT_CRC = 12;
    private static final int CHECKED_FROM = 16;
    private static final int AT_MODEL_ID = 16;
    private static final int AT_COUNT = 24;
    private static final int AT_LENGTH = 26;
    private static final int AT_INPUTS = 28;
    private static final int AT_CLASSES = 30;

    public GoldenWindows {
        windows = List.copyOf(windows);
        if (windows.size() > MOST) {
            throw new IllegalArgumentException(windows.size() + " golden windows, at most " + MOST);
        }
    }

    /**
     * Windows of all classes in turn, spread evenly over those of a class.
     *
     * @param count how many at most, 1 to 64
     */
    public static GoldenWindows of(ModelBlob blob, Dataset dataset, int count) {
        var graph = blob.graph();
        int length = graph.windows().lengthSamples();
        if (dataset.spec().lengthSamples() != length) {
            throw new IllegalArgumentException("windows of " + dataset.spec() + " for a model of " + length);
        }
        var engine = new IntegerEngine(graph);
        var golden = new ArrayList<GoldenWindow>();
        for (int window : chosen(dataset, Math.min(count, MOST))) {
            short[][] counts = graph.counts(dataset.valuesG(window));
            golden.add(GoldenWindow.of(counts, engine.logits(counts)));
        }
        return new GoldenWindows(blob.modelId(), length, graph.classes().size(), golden);
    }

    /**
     * The same movements as a tag feels them that sits otherwise, with what its model must say.
     *
     * @param mounted the same student for that tag
     * @param rotation turns what that tag feels into the axes of these windows
     */
    public GoldenWindows mounted(ModelBlob mounted, Rotation rotation) {
        var engine = new IntegerEngine(mounted.graph());
        double[][] matrix = rotation.matrix();
        var turned = new ArrayList<GoldenWindow>();
        for (GoldenWindow window : windows) {
            short[][] counts = window.counts();
            for (short[] sample : counts) {
                turnBack(matrix, sample);
            }
            turned.add(GoldenWindow.of(counts, engine.logits(counts)));
        }
        return new GoldenWindows(mounted.modelId(), lengthSamples, classes, turned);
    }

    private static void turnBack(double[][] matrix, short[] sample) {
        short[] before = sample.clone();
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double sum = 0;
            for (int i = 0; i < Samples.AXES; i++) {
                sum += matrix[i][axis] * before[i];
            }
            sample[axis] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    /** The record of a model that carries no windows. */
    public static GoldenWindows none(ModelBlob blob) {
        QuantizedGraph graph = blob.graph();
        return new GoldenWindows(
                blob.modelId(), graph.windows().lengthSamples(), graph.classes().size(), List.of());
    }

    private static List<Integer> chosen(Dataset dataset, int count) {
        var byClass = IntStream.range(0, dataset.classes().size())
                .mapToObj(label -> IntStream.range(0, dataset.size())
                        .filter(i -> dataset.windows().get(i).label() == label)
                        .boxed()
                        .toList())
                .filter(list -> !list.isEmpty())
                .toList();
        int[] shares = shares(byClass.stream().mapToInt(List::size).toArray(), count);
        var chosen = new ArrayList<Integer>();
        for (int turn = 0; chosen.size() < IntStream.of(shares).sum(); turn++) {
            for (int c = 0; c < shares.length; c++) {
                if (turn < shares[c]) {
                    var list = byClass.get(c);
                    chosen.add(list.get((int) ((long) turn * list.size() / shares[c])));
                }
            }
        }
        return chosen;
    }

    /** How many of each class when they are dealt out one by one until {@code count} are given or none is left. */
    private static int[] shares(int[] available, int count) {
        int[] shares = new int[available.length];
        int left = Math.min(count, IntStream.of(available).sum());
        for (int c = 0; left > 0; c = (c + 1) % available.length) {
            if (shares[c] < available[c]) {
                shares[c]++;
                left--;
            }
        }
        return shares;
    }

    /** Indices of the windows for which the engine gives other logits. */
    public List<Integer> failures(IntegerEngine engine) {
        return IntStream.range(0, windows.size())
                .filter(i -> !windows.get(i).passes(engine))
                .boxed()
                .toList();
    }

    /** The file. */
    public byte[] bytes() {
        var sink = new ByteSink()
                .int32(MAGIC)
                .int16(MAJOR)
                .int16(0)
                .int32(0)
                .int32(0)
                .bytes(HexFormat.of().parseHex(modelId))
                .int16(windows.size())
                .int16(lengthSamples)
                .int16(Samples.AXES)
                .int16(classes);
        for (GoldenWindow window : windows) {
            for (int logit : window.logits()) {
                sink.int32(logit);
            }
            for (short[] sample : window.counts()) {
                for (short value : sample) {
                    sink.int16(value);
                }
            }
            sink.align();
        }
        byte[] bytes = sink.toArray();
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(AT_SIZE, bytes.length).putInt(AT_CRC, (int) checksum(bytes));
        return bytes;
    }

    /**
     * Reads a file and checks its bounds and checksum.
     *
     * @throws ProblemException if anything is wrong
     */
    public static GoldenWindows parse(byte[] bytes) {
        var source = new ByteSource(WHAT, bytes);
        if (source.int32(0) != MAGIC) {
            throw source.problem(
                    ExportProblem.NOT_THIS_FORMAT, HexFormat.ofDelimiter(" ").formatHex(bytes, 0, AT_MAJOR));
        }
        if (source.uint16(AT_MAJOR) != MAJOR) {
            throw source.problem(ExportProblem.OTHER_VERSION, source.uint16(AT_MAJOR), MAJOR);
        }
        int count = source.require("number of windows", source.uint16(AT_COUNT), 0, MOST);
        int length = source.require("samples per window", source.uint16(AT_LENGTH), 1, BlobFormat.MOST_SAMPLES);
        source.require("number of inputs", source.uint16(AT_INPUTS), Samples.AXES, Samples.AXES);
        int classes = source.require("number of classes", source.uint16(AT_CLASSES), 1, BlobFormat.MOST_CLASSES);
        long size = HEADER_BYTES + (long) count * windowBytes(length, classes);
        if (size != bytes.length || size != source.uint32(AT_SIZE)) {
            throw source.problem(ExportProblem.WRONG_SIZE, source.uint32(AT_SIZE), bytes.length);
        }
        if (source.uint32(AT_CRC) != checksum(bytes)) {
            throw source.problem(ExportProblem.DAMAGED);
        }
        String id = HexFormat.of().formatHex(bytes, AT_MODEL_ID, AT_MODEL_ID + BlobFormat.MODEL_ID_BYTES);
        var windows = IntStream.range(0, count)
                .mapToObj(i -> window(source, HEADER_BYTES + i * windowBytes(length, classes), length, classes))
                .toList();
        return new GoldenWindows(id, length, classes, windows);
    }

    private static GoldenWindow window(ByteSource source, int at, int length, int classes) {
        int[] logits = IntStream.range(0, classes)
                .map(i -> source.int32(at + Integer.BYTES * i))
                .toArray();
        int from = at + Integer.BYTES * classes;
        short[][] counts = new short[length][Samples.AXES];
        for (int i = 0; i < length * Samples.AXES; i++) {
            counts[i / Samples.AXES][i % Samples.AXES] = (short) source.int16(from + Short.BYTES * i);
        }
        return GoldenWindow.of(counts, logits);
    }

    private static int windowBytes(int length, int classes) {
        int bytes = Integer.BYTES * classes + Short.BYTES * Samples.AXES * length;
        return Math.ceilDiv(bytes, ByteSink.WORD) * ByteSink.WORD;
    }

    private static long checksum(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
        return crc.getValue();
    }
}
