package org.ethotag.training;

import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.WeightLayout;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;
import org.ethotag.signal.Samples;
import org.junit.jupiter.api.Test;

/** The network that learns is the network that the tag runs: every integer on every edge, not only the answers. */
class AwareNetworkTest {
    private static final int WINDOWS = 6;
    private static final int SAMPLES = 24;
    private static final int TRIALS = Integer.getInteger("ethotag.aware.trials", 40);

    /** What the engine keeps apart and the network calculates for all samples at once. */
    private static final Set<EdgeName> NOT_COMPARED = Set.of(
            EdgeName.RAW,
            EdgeName.X,
            EdgeName.FRONT_SUM,
            EdgeName.FRONT,
            EdgeName.INPUT_RESET,
            EdgeName.INPUT_UPDATE,
            EdgeName.INPUT_NEW);

    @Test
    void everyIntegerIsThatOfTheEngineInTheTagsArithmetic() {
        trials(TRIALS, random -> assertSameIntegers(Students.randomGraph(random), random));
    }

    @Test
    void everyIntegerIsThatOfTheEngineBehindAnInputPerceptron() {
        trials(TRIALS / 2, random -> assertSameIntegers(Students.randomFrontGraph(random), random));
        trials(TRIALS / 2, random -> assertSameIntegers(Students.randomFrontStudyGraph(random), random));
        trials(TRIALS / 4, random -> assertSameIntegers(ExtremeGraphs.withFront(random), random));
    }

    @Test
    void everyIntegerIsThatOfTheEngineWithStudySettings() {
        trials(TRIALS, random -> assertSameIntegers(Students.randomStudyGraph(random), random));
    }

    @Test
    void everyIntegerIsThatOfTheEngineAtTheBoundOfOverflow() {
        trials(TRIALS, random -> assertSameIntegers(ExtremeGraphs.random(random), random));
    }

    @Test
    void aTableGivesItsIntegerForEveryArgument() {
        for (LookupTable table : List.of(LookupTable.sigmoid(), LookupTable.tanh())) {
            try (var manager = LearningEngine.start().newManager()) {
                double[] arguments = new double[1 << table.bits()];
                double[] expected = new double[arguments.length];
                for (int i = 0; i < arguments.length; i++) {
                    int q = i - arguments.length / 2;
                    arguments[i] = q;
                    expected[i] = table.at(q);
                }
                NDArray answers = AwareTable.of(table, manager).at(manager.create(arguments));
                assertArrayEquals(expected, answers.toDoubleArray());
            }
        }
    }

    private static void assertSameIntegers(QuantizedGraph graph, Random random) {
        var windows = new short[WINDOWS][][];
        for (int w = 0; w < WINDOWS; w++) {
            windows[w] = w == 0 ? new short[SAMPLES][Samples.AXES] : Students.noise(random, SAMPLES);
        }
        var engines = new IntegerEngine[WINDOWS];
        try (var manager = LearningEngine.start().newManager()) {
            var network = network(graph, manager);
            network.begin(conditioned(graph, windows, manager));
            for (int w = 0; w < WINDOWS; w++) {
                engines[w] = new IntegerEngine(graph);
                engines[w].reset();
            }
            for (int sample = 0; sample < SAMPLES; sample++) {
                network.step(sample);
                for (int w = 0; w < WINDOWS; w++) {
                    engines[w].step(windows[w][sample]);
                }
                for (var edge : graph.edges()) {
                    if (edge.name().compareTo(EdgeName.HIDDEN) <= 0 && !NOT_COMPARED.contains(edge.name())) {
                        assertSame(edge.name(), network, engines);
                    }
                }
            }
            network.end();
            for (var engine : engines) {
                engine.logits();
            }
            for (var edge : graph.edges()) {
                if (edge.name().compareTo(EdgeName.HIDDEN) > 0) {
                    assertSame(edge.name(), network, engines);
                }
            }
        }
    }

    private static void assertSame(EdgeName edge, AwareNetwork network, IntegerEngine[] engines) {
        double[] all = network.value(edge).toDoubleArray();
        int width = all.length / WINDOWS;
        for (int w = 0; w < WINDOWS; w++) {
            int[] expected = engines[w].values(edge);
            double[] real = new double[width];
            for (int i = 0; i < width; i++) {
                real[i] = expected[i];
                all[w * width + i] += 0.0; // an integer has no negative zero
            }
            assertArrayEquals(real, Arrays.copyOfRange(all, w * width, (w + 1) * width), () -> "edge " + edge);
        }
    }

    private static AwareNetwork network(QuantizedGraph graph, NDManager manager) {
        var spec = NetworkSpec.student(
                graph.front().isEmpty() ? 0 : graph.gru().inputs(),
                graph.gru().hidden(),
                graph.hidden().outputs(),
                graph.classes().size());
        var integers = new IntegerWeights(WeightLayout.of(spec), graph);
        return new AwareNetwork(
                graph,
                integers.arrays(manager.create(integers.values())),
                Map.of(
                        graph.sigmoid(), AwareTable.of(graph.sigmoid(), manager),
                        graph.tanh(), AwareTable.of(graph.tanh(), manager)),
                manager);
    }

    private static NDArray conditioned(QuantizedGraph graph, short[][][] windows, NDManager manager) {
        double[] x = new double[SAMPLES * WINDOWS * Samples.AXES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int w = 0; w < WINDOWS; w++) {
                short[] raw = windows[w][sample];
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    x[(sample * WINDOWS + w) * Samples.AXES + axis] =
                            graph.conditioning().apply(axis, raw[0], raw[1], raw[2]);
                }
            }
        }
        return manager.create(x, new Shape(SAMPLES, WINDOWS, Samples.AXES));
    }
}
