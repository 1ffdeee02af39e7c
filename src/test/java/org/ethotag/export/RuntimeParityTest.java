package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.ExtremeGraphs;
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

    @TempDir
    static Path folder;

    static CRuntime runtime;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        runtime = CRuntime.forHost(folder);
    }

    @Test
    void randomGraphsInEveryLayoutGiveTheSameIntegers() throws IOException, InterruptedException {
        var random = new Random(1);
        Parity.assertSame(runtime, () -> Students.randomGraph(random), STEPS, 20);
    }

    @Test
    void weightsAndInputsAtTheirLimitsGiveTheSameIntegers() throws IOException, InterruptedException {
        var random = new Random(2);
        Parity.assertSame(runtime, () -> ExtremeGraphs.random(random), STEPS / 4, 20);
    }

    @Test
    void longWindowsDoNotDrift() throws IOException, InterruptedException {
        var random = new Random(3);
        Parity.assertSame(runtime, () -> Students.randomGraph(random), STEPS / 8, 1000);
    }

    @Test
    void brokenAndHostileBlobsAreRefusedOrHarmless() throws IOException, InterruptedException {
        var random = new Random(4);
        var cases = new ArrayList<ParityCase>();
        for (int i = 0; i < BROKEN_BLOBS; i++) {
            var windows = List.of(Students.noise(random, 4), Parity.limits(random, 4));
            cases.add(new ParityCase(BrokenBlobs.of(random, i), windows));
        }
        var results = runtime.run(cases);
        int accepted = 0;
        for (int i = 0; i < cases.size(); i++) {
            for (QuantizedGraph graph : readable(cases.get(i).blob())) {
                accepted++;
                assertThat(results.get(i).status()).as("case " + i).isZero();
                for (int w = 0; w < cases.get(i).windows().size(); w++) {
                    assertThat(results.get(i).windows().get(w))
                            .containsExactly(
                                    Parity.of(graph, cases.get(i).windows().get(w)));
                }
            }
        }
        assertThat(accepted).isBetween(1, BROKEN_BLOBS / 2);
    }

    /** The graph, or nothing if Java refuses the blob. */
    private static List<QuantizedGraph> readable(byte[] blob) {
        try {
            return List.of(ModelBlob.parse(blob).graph());
        } catch (ProblemException refused) {
            return List.of();
        }
    }
}
