package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.WeightLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Would students side by side in one recurrent layer learn faster, and the same? One layer of S times H units, whose blocks
 * outside the diagonal are zero, is S students of H units.
 */
@EnabledIfSystemProperty(named = "benchmark.runs", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class StackedStudentsBenchmark {
    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);
    private static final List<Integer> SIZES = List.of(8, 16, 24, 32, 48, 64, 96);
    private static final int SAMPLES = 51;
    private static final int CLASSES = 4;
    private static final int PERCEPTRON = 16;
    private static final int STEPS = 8;
    /** Arrays of the recurrent layer come first: weights of input and state, then both biases. */
    private static final int RECURRENT_ARRAYS = 4;

    private static final double MILLI_OF_NANO = 1e-6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final LearningEngine engine = LearningEngine.start();

    @Test
    void aGradientBySizeAndBatch() {
        engine.useThreads(1);
        for (int batch : new int[] {64, 128}) {
            var data = TrainingRivalsBenchmark.windows(2 * batch, SAMPLES, 1);
            var shown = Presentation.plain(IntStream.range(0, batch).toArray());
            var learners =
                    SIZES.stream().map(hidden -> learner(data, hidden, 1)).toList();
            learners.forEach(learner -> milliseconds(learner, shown));
            double[][] times = new double[SIZES.size()][RUNS];
            for (int run = 0; run < RUNS; run++) {
                for (int i = 0; i < SIZES.size(); i++) {
                    times[i][run] = milliseconds(learners.get(i), shown);
                }
            }
            var line = new StringBuilder("| " + batch);
            for (double[] rounds : times) {
                Arrays.sort(rounds);
                line.append(String.format(Locale.ROOT, " | %.1f", rounds[RUNS / 2]));
            }
            System.out.println(line + " |");
            learners.forEach(FloatLearner::close);
        }
    }

    @Test
    void howManyNumbersOfTheGradientComeOutOtherwise() {
        engine.useThreads(1);
        for (int hidden : new int[] {8, 16, 32, 64}) {
            var data = TrainingRivalsBenchmark.windows(128, SAMPLES, 1);
            var shown = Presentation.plain(IntStream.range(0, 64).toArray());
            try (var one = learner(data, hidden, 1);
                    var other = learner(data, hidden, 2)) {
                float[][] alone = {
                    one.gradient(shown).values(), other.gradient(shown).values()
                };
                float[][] together = new Pair(data, hidden).gradients(one.learnt(), other.learnt(), shown);
                int differing = 0;
                for (int s = 0; s < 2; s++) {
                    for (int i = 0; i < alone[s].length; i++) {
                        differing += alone[s][i] == together[s][i] ? 0 : 1;
                        // the same sums in another order
                        assertThat(together[s][i])
                                .isCloseTo(alone[s][i], org.assertj.core.api.Assertions.within(1e-6f));
                    }
                }
                System.out.printf(
                        "two students of %d units: %d of %d numbers differ%n", hidden, differing, 2 * alone[0].length);
            }
        }
    }

    private double milliseconds(FloatLearner learner, Presentation shown) {
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < STEPS; i++) {
            learner.gradient(shown);
        }
        return (threads.getCurrentThreadCpuTime() - before) * MILLI_OF_NANO / STEPS;
    }

    private FloatLearner learner(Dataset data, int hidden, long seed) {
        return new FloatLearner(
                engine,
                NetworkSpec.student(hidden, PERCEPTRON, CLASSES),
                TrainingData.all(data),
                Normalization.of(data, data.allIndices()),
                loss(data),
                new SplittableRandom(seed));
    }

    private static DistillationLoss loss(Dataset data) {
        return new DistillationLoss(
                DistillationSettings.hardLabels(), Targets.hard(CLASSES, data.labels(data.allIndices()), false));
    }

    /** Two students whose recurrent layers are one; their perceptrons stay apart. */
    private final class Pair {
        private final Dataset data;
        private final int hidden;
        private final List<WeightLayout.Slot> slots;
        private final long[] ends;

        Pair(Dataset data, int hidden) {
            this.data = data;
            this.hidden = hidden;
            slots = WeightLayout.of(NetworkSpec.student(hidden, PERCEPTRON, CLASSES))
                    .slots();
            var sizes = new ArrayList<Long>(List.of(18L * hidden, 12L * hidden * hidden, 6L * hidden, 6L * hidden));
            for (int s = 0; s < 2; s++) {
                slots.subList(RECURRENT_ARRAYS, slots.size()).forEach(slot -> sizes.add(slot.size()));
            }
            ends = new long[sizes.size()];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = sizes.get(i) + (i == 0 ? 0 : ends[i - 1]);
            }
        }

        float[][] gradients(float[] one, float[] other, Presentation shown) {
            float[] flat = new float[(int) ends[ends.length - 1]];
            int[][] places = {places(0), places(1)};
            for (int i = 0; i < one.length; i++) {
                flat[places[0][i]] = one[i];
                flat[places[1][i]] = other[i];
            }
            float[] gradient = gradient(flat, shown);
            float[][] apart = new float[2][one.length];
            for (int s = 0; s < 2; s++) {
                for (int i = 0; i < one.length; i++) {
                    apart[s][i] = gradient[places[s][i]];
                }
            }
            return apart;
        }

        private float[] gradient(float[] weights, Presentation shown) {
            int batch = shown.rows().length;
            try (var manager = engine.newManager()) {
                var windows =
                        new NativeWindows(manager, data, data.allIndices(), Normalization.of(data, data.allIndices()));
                var flat = manager.create(weights);
                flat.setRequiresGradient(true);
                try (var gradients = engine.djl().newGradientCollector()) {
                    var parts = flat.split(Arrays.copyOf(ends, ends.length - 1));
                    var steps = windows.batch(manager, shown).transpose(2, 0, 1);
                    var recurrent = new NDList(
                            parts.get(0).reshape(6L * hidden, 3),
                            parts.get(1).reshape(6L * hidden, 2L * hidden),
                            parts.get(2),
                            parts.get(3));
                    var states = steps.getNDArrayInternal()
                            .gru(
                                    steps,
                                    manager.zeros(new Shape(1, batch, 2L * hidden)),
                                    recurrent,
                                    true,
                                    1,
                                    0,
                                    true,
                                    false,
                                    false)
                            .get(1)
                            .squeeze(0)
                            .split(new long[] {hidden}, 1);
                    NDArray sum = perceptron(states.get(0), parts, RECURRENT_ARRAYS, shown)
                            .add(perceptron(states.get(1), parts, 2 * RECURRENT_ARRAYS, shown));
                    gradients.backward(sum);
                }
                return flat.getGradient().toFloatArray();
            }
        }

        private NDArray perceptron(NDArray state, NDList parts, int from, Presentation shown) {
            var units = Activation.relu(
                    Linear.linear(state, parts.get(from).reshape(PERCEPTRON, hidden), parts.get(from + 1))
                            .singletonOrThrow());
            var logits = Linear.linear(units, parts.get(from + 2).reshape(CLASSES, PERCEPTRON), parts.get(from + 3))
                    .singletonOrThrow();
            return loss(data).minimised(logits, shown.rows());
        }

        /** Where the numbers of one of both students lie. */
        private int[] places(int student) {
            var places = new ArrayList<Integer>();
            for (int row = 0; row < 3 * hidden; row++) {
                for (int axis = 0; axis < 3; axis++) {
                    places.add(row(student, row) * 3 + axis);
                }
            }
            for (int row = 0; row < 3 * hidden; row++) {
                for (int unit = 0; unit < hidden; unit++) {
                    places.add((int) ends[0] + row(student, row) * 2 * hidden + student * hidden + unit);
                }
            }
            for (int bias = 1; bias <= 2; bias++) {
                for (int row = 0; row < 3 * hidden; row++) {
                    places.add((int) ends[bias] + row(student, row));
                }
            }
            int head = (int) ends[3 + RECURRENT_ARRAYS * student];
            int size = (int) (ends[3 + RECURRENT_ARRAYS * (student + 1)] - head);
            IntStream.range(0, size).forEach(i -> places.add(head + i));
            return places.stream().mapToInt(Integer::intValue).toArray();
        }

        /** A gate's row of one student among those of both. */
        private int row(int student, int row) {
            return row / hidden * 2 * hidden + student * hidden + row % hidden;
        }
    }
}
