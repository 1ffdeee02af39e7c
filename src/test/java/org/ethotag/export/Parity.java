package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;

/** Claims that the C runtime gives the integers of the Java engine. */
final class Parity {
    private Parity() {}

    /** Noise and limits through one graph after the other, in every layout in turn, until so many steps were compared. */
    static void assertSame(CRuntime runtime, Supplier<QuantizedGraph> graphs, int steps, int samples)
            throws IOException, InterruptedException {
        var random = new Random(samples);
        var cases = new ArrayList<ParityCase>();
        var expected = new ArrayList<List<int[]>>();
        for (int done = 0, i = 0; done < steps; i++) {
            var graph = graphs.get();
            var layout = WeightLayout.values()[i % WeightLayout.values().length];
            var windows = List.of(Students.noise(random, samples), limits(random, samples));
            cases.add(new ParityCase(ModelBlob.of(graph, layout).bytes(), windows));
            expected.add(windows.stream().map(window -> of(graph, window)).toList());
            done += windows.size() * samples;
        }
        var results = runtime.run(cases);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(results.get(i).status()).as("case " + i).isZero();
            assertThat(results.get(i).selfTest()).as("self-test of case " + i).isZero();
            for (int w = 0; w < expected.get(i).size(); w++) {
                assertThat(results.get(i).windows().get(w))
                        .as("case " + i)
                        .containsExactly(expected.get(i).get(w));
            }
        }
    }

    /** Counts at the ends of int16. */
    static short[][] limits(Random random, int samples) {
        var window = new short[samples][3];
        for (short[] sample : window) {
            for (int axis = 0; axis < 3; axis++) {
                sample[axis] = random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
            }
        }
        return window;
    }

    /** State, logits, class and margin of the Java engine, as the harness writes them. */
    static int[] of(QuantizedGraph graph, short[][] window) {
        var engine = new IntegerEngine(graph);
        int[] logits = engine.logits(window);
        int best = IntegerEngine.classOf(logits);
        int margin = IntStream.range(0, logits.length)
                .filter(i -> i != best)
                .map(i -> logits[best] - logits[i])
                .reduce((a, b) -> Integer.compareUnsigned(a, b) <= 0 ? a : b)
                .orElse(0);
        return Stream.of(engine.values(EdgeName.HIDDEN), logits, new int[] {best, margin})
                .flatMapToInt(IntStream::of)
                .toArray();
    }
}
