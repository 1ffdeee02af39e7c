package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.export.HostRuntime.Case;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java engine against the C runtime on this machine, bit by bit. */
class RuntimeParityTest {
    /** Steps of the recurrent layer that are compared; more with -Dethotag.parity.steps=N. */
    private static final int STEPS = Integer.getInteger("ethotag.parity.steps", 40_000);

    private static final int BROKEN_BLOBS = Integer.getInteger("ethotag.parity.broken", 4_000);
    private static final int SAMPLES = 20;

    @TempDir
    static Path folder;

    static HostRuntime runtime;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        runtime = HostRuntime.compiled(folder);
    }

    @Test
    void randomGraphsInEveryLayoutGiveTheSameIntegers() throws IOException, InterruptedException {
        var random = new Random(1);
        assertParity(random, () -> Students.randomGraph(random), STEPS, SAMPLES);
    }

    @Test
    void weightsAndInputsAtTheirLimitsGiveTheSameIntegers() throws IOException, InterruptedException {
        var random = new Random(2);
        assertParity(random, () -> ExtremeGraphs.random(random), STEPS / 4, SAMPLES);
    }

    @Test
    void longWindowsDoNotDrift() throws IOException, InterruptedException {
        var random = new Random(3);
        assertParity(random, () -> Students.randomGraph(random), STEPS / 8, 1000);
    }

    private interface Graphs {
        QuantizedGraph next();
    }

    private static void assertParity(Random random, Graphs graphs, int steps, int samples)
            throws IOException, InterruptedException {
        var cases = new ArrayList<Case>();
        var expected = new ArrayList<List<int[]>>();
        for (int done = 0, i = 0; done < steps; i++) {
            var graph = graphs.next();
            var layout = WeightLayout.values()[i % WeightLayout.values().length];
            var windows = List.of(noise(random, samples), limits(random, samples));
            cases.add(new Case(ModelBlob.of(graph, layout).bytes(), windows));
            expected.add(
                    windows.stream().map(window -> javaResult(graph, window)).toList());
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

    private static short[][] noise(Random random, int samples) {
        return Students.noise(random, samples);
    }

    private static short[][] limits(Random random, int samples) {
        var window = new short[samples][3];
        for (short[] sample : window) {
            for (int axis = 0; axis < 3; axis++) {
                sample[axis] = random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
            }
        }
        return window;
    }

    /** State, logits, class and margin, as the harness writes them. */
    private static int[] javaResult(QuantizedGraph graph, short[][] window) {
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

    @Test
    void brokenAndHostileBlobsAreRefusedOrHarmless() throws IOException, InterruptedException {
        var random = new Random(4);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < BROKEN_BLOBS; i++) {
            byte[] broken = BrokenBlobs.of(random, i);
            cases.add(new Case(broken, List.of(noise(random, 4), limits(random, 4))));
        }
        var results = runtime.run(cases);
        int accepted = 0;
        for (int i = 0; i < cases.size(); i++) {
            var javaGraph = javaGraph(cases.get(i).blob());
            if (javaGraph.isEmpty()) {
                continue;
            }
            accepted++;
            assertThat(results.get(i).status()).as("case " + i).isZero();
            for (int w = 0; w < 2; w++) {
                assertThat(results.get(i).windows().get(w))
                        .containsExactly(javaResult(
                                javaGraph.getFirst(), cases.get(i).windows().get(w)));
            }
        }
        assertThat(accepted).isLessThan(BROKEN_BLOBS / 2);
    }

    private static List<QuantizedGraph> javaGraph(byte[] blob) {
        try {
            return List.of(ModelBlob.parse(blob).graph());
        } catch (ProblemException refused) {
            return List.of();
        }
    }
}
