package org.ethotag.quantization.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ethotag.job.JobMonitor;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.ExtremeGraphs;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;
import org.junit.jupiter.api.Test;

/** Many windows side by side against the engine that runs node by node: every logit and every state. */
class BatchEngineTest {
    private static final JobMonitor UNWATCHED = JobMonitor.unwatched();

    @Test
    void randomGraphsGiveTheSameIntegers() {
        trials(25, random -> assertSame(Students.randomGraph(random), noise(random, 1 + random.nextInt(40), 20)));
    }

    @Test
    void everySettingGivesTheSameIntegers() {
        trials(60, random -> assertSame(Students.randomStudyGraph(random), noise(random, 1 + random.nextInt(20), 20)));
    }

    @Test
    void weightsAtTheBoundGiveTheSameIntegers() {
        trials(40, random -> assertSame(ExtremeGraphs.random(random), limits(random, 24, 20)));
    }

    @Test
    void inputPerceptronsGiveTheSameIntegers() {
        trials(20, random -> assertSame(Students.randomFrontGraph(random), noise(random, 1 + random.nextInt(40), 20)));
        trials(40, random -> assertSame(Students.randomFrontStudyGraph(random), noise(random, 9, 20)));
        trials(20, random -> assertSame(ExtremeGraphs.withFront(random), limits(random, 24, 20)));
        var random = new Random(7);
        assertSame(Students.quantize(Students.withFront(random, 252, 8, 5, 3, 1), 16), noise(random, 12, 4));
    }

    @Test
    void batchesOfEverySizeAroundABlockGiveTheSameIntegers() {
        var random = new Random(5);
        var graph = Students.quantize(Students.random(random, 8, 5, 3, 1), 16);
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 511, 512, 513}) {
            assertSame(graph, noise(random, size, 6));
        }
    }

    @Test
    void layersTooWideToKeepTheirWeightsRepeatedGiveTheSameIntegers() {
        var random = new Random(6);
        assertSame(Students.quantize(Students.random(random, 252, 5, 3, 1), 16), noise(random, 12, 4));
    }

    @Test
    void whatIsKeptBetweenSettingsNeverChangesAnAnswer() {
        trials(12, random -> {
            var student = Students.random(random, 12, 6, 4, 1);
            var windows = noise(random, 9, 12);
            var engine = new BatchEngine(WindowSource.of(windows));
            var graphs = new ArrayList<QuantizedGraph>();
            for (int i = 0; i < 4; i++) {
                graphs.add(Students.quantize(student, Students.randomSettings(random)));
            }
            var base = QuantizationSettings.defaults();
            graphs.add(Students.quantize(student, base));
            graphs.add(Students.quantize(student, base.with(LayerName.DENSE2, layer -> layer.withWeightBits(4))));
            graphs.add(graphs.getLast()
                    .with(new InputConditioning(
                            IntMatrix.column(5, -9, 100),
                            IntMatrix.of(3, 3, new int[] {0, 1, 2, 3, -1, 4, 1, 1, 1}),
                            3)));
            for (int i = 0; i < 20; i++) {
                var graph = graphs.get(random.nextInt(graphs.size()));
                assertSame(graph, windows, engine.run(graph, UNWATCHED));
            }
        });
    }

    @Test
    void anotherPerceptronRunsNoStepOfTheRecurrentLayer() {
        var random = new Random(8);
        var student = Students.random(random, 12, 6, 4, 1);
        var engine = new BatchEngine(WindowSource.of(noise(random, 300, 12)));
        var asked = new AtomicInteger();
        var base = QuantizationSettings.defaults();
        engine.run(Students.quantize(student, base), counting(asked));
        int first = asked.getAndSet(0);
        engine.run(
                Students.quantize(student, base.with(LayerName.DENSE1, layer -> layer.withActivationBits(8))),
                counting(asked));
        assertThat(first).isPositive();
        assertThat(asked).hasValue(0);
    }

    @Test
    void aCancelledAnswerLeavesTheEngineReadyForTheNext() {
        var random = new Random(9);
        var windows = noise(random, 600, 40);
        var graph = Students.quantize(Students.random(random, 8, 6, 4, 1), 16);
        var engine = new BatchEngine(WindowSource.of(windows));
        var asked = new AtomicInteger();
        var impatient = new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 5;
            }
        };
        assertThatThrownBy(() -> engine.run(graph, impatient)).isInstanceOf(CancellationException.class);
        assertSame(graph, windows, engine.run(graph, UNWATCHED));
    }

    @Test
    void windowsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> WindowSource.of(List.of(new float[6], new float[9])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSame(QuantizedGraph graph, List<float[]> windows) {
        assertSame(graph, windows, new BatchEngine(WindowSource.of(windows)).run(graph, UNWATCHED));
    }

    private static void assertSame(QuantizedGraph graph, List<float[]> windows, BatchAnswers answers) {
        assertThat(answers.size()).isEqualTo(windows.size());
        var engine = new IntegerEngine(graph);
        for (int i = 0; i < windows.size(); i++) {
            int[] logits = engine.logits(graph.counts(windows.get(i)));
            assertThat(answers.logits(i)).as("logits of window " + i).containsExactly(logits);
            assertThat(answers.state(i)).as("state of window " + i).containsExactly(engine.values(EdgeName.HIDDEN));
            assertThat(answers.classOf(i)).isEqualTo(IntegerEngine.classOf(logits));
        }
    }

    /** Beyond every sensor's range now and then, so that counts reach both ends of int16. */
    private static List<float[]> noise(Random random, int count, int length) {
        var windows = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            float[] window = new float[3 * length];
            double spread = 0.2 + 3 * random.nextDouble();
            for (int j = 0; j < window.length; j++) {
                window[j] = (float) (spread * random.nextGaussian());
            }
            windows.add(window);
        }
        return windows;
    }

    private static List<float[]> limits(Random random, int count, int length) {
        var windows = noise(random, count, length);
        for (float[] window : windows) {
            for (int j = 0; j < window.length; j++) {
                window[j] = random.nextInt(4) == 0 ? window[j] : Math.copySign(100, random.nextBoolean() ? 1 : -1);
            }
        }
        return windows;
    }

    private static JobMonitor counting(AtomicInteger asked) {
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                asked.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                asked.incrementAndGet();
                return false;
            }
        };
    }
}
