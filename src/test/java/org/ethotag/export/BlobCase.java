package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;

/**
 * One blob, whole or broken, and windows of one length for it, [sample][axis] each: the state after every step, then logits,
 * class and margin.
 */
record BlobCase(byte[] blob, Optional<QuantizedGraph> graph, List<short[][]> windows) implements ParityCase {
    private static final int KIND = 0;
    private static final int DIGEST_START = (int) 2166136261L;
    private static final int DIGEST_FACTOR = 16777619;

    static BlobCase of(QuantizedGraph graph, WeightLayout layout, List<short[][]> windows) {
        return new BlobCase(ModelBlob.of(graph, layout).bytes(), Optional.of(graph), windows);
    }

    /** A blob that Java may refuse; then the runtime may refuse it too, or run it somehow. */
    static BlobCase ofAny(byte[] blob, List<short[][]> windows) {
        Optional<QuantizedGraph> graph;
        try {
            graph = Optional.of(ModelBlob.parse(blob).graph());
        } catch (ProblemException refused) {
            graph = Optional.empty();
        }
        return new BlobCase(blob, graph, windows);
    }

    boolean isReadable() {
        return graph.isPresent();
    }

    @Override
    public int results() {
        return windows.size() * length();
    }

    private int length() {
        return windows.isEmpty() ? 0 : windows.getFirst().length;
    }

    @Override
    public void write(ByteSink sink) {
        sink.int32(KIND)
                .int32(blob.length)
                .int32(windows.size())
                .int32(length())
                .bytes(blob);
        windows.forEach(window -> Counts.write(sink, window));
    }

    @Override
    public void compare(ByteBuffer output) {
        int status = output.getInt();
        if (status != 0) {
            assertThat(graph).as("refused by the runtime with status " + status).isEmpty();
            return;
        }
        int selfTest = output.getInt();
        var results = results(output);
        graph.ifPresent(readable -> {
            assertThat(selfTest).as("self-test").isZero();
            for (int w = 0; w < windows.size(); w++) {
                assertThat(results.get(w)).as("window " + w).containsExactly(expected(readable, windows.get(w)));
            }
        });
    }

    /** Also of a blob that only the runtime takes. */
    private List<int[]> results(ByteBuffer output) {
        var header = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        int count = header.getShort(BlobFormat.AT_HIDDEN) + header.getShort(BlobFormat.AT_CLASSES) + 3;
        var results = new ArrayList<int[]>();
        for (int i = 0; i < windows.size(); i++) {
            results.add(IntStream.range(0, count).map(k -> output.getInt()).toArray());
        }
        return results;
    }

    /** State, logits, class, margin and digest of the Java engine, as the harness writes them. */
    private static int[] expected(QuantizedGraph graph, short[][] window) {
        var engine = new IntegerEngine(graph);
        int digest = DIGEST_START;
        for (short[] sample : window) {
            engine.step(sample);
            for (int state : engine.values(EdgeName.HIDDEN)) {
                digest = (digest ^ (state & 0xFFFF)) * DIGEST_FACTOR;
            }
        }
        int[] logits = engine.logits();
        int best = IntegerEngine.classOf(logits);
        int margin = IntStream.range(0, logits.length)
                .filter(i -> i != best)
                .map(i -> logits[best] - logits[i])
                .reduce((a, b) -> Integer.compareUnsigned(a, b) <= 0 ? a : b)
                .orElse(0);
        return Stream.of(engine.values(EdgeName.HIDDEN), logits, new int[] {best, margin, digest})
                .flatMapToInt(IntStream::of)
                .toArray();
    }
}
