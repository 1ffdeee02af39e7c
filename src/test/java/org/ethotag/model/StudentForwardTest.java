package org.ethotag.model;

import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.signal.WindowSpec;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;

class StudentForwardTest {
    /** Float sums of at most 40 terms of size 1 over 20 steps stay far below this. */
    private static final double TOLERANCE = 1e-4;

    @Test
    void logitsAreThoseOfTheEquationsInDoublePrecision() {
        trials(20, random -> {
            var student = Learners.student(4 + random.nextInt(8), 20, random);
            float[] window = window(20, random);
            assertArrayEquals(
                    inDoublePrecision(student, window),
                    asDoubles(new StudentForward(student).logits(window)),
                    TOLERANCE);
        });
    }

    @Test
    void theTraceEndsWithTheSameLogits() {
        var random = new Random(3);
        var student = Learners.student(6, 20, random);
        float[] window = window(20, random);
        var forward = new StudentForward(student);
        assertArrayEquals(forward.logits(window), forward.trace(window).logits());
    }

    @Test
    void logitsOverTimeAreThoseOfShorterWindows() {
        var random = new Random(7);
        var student = Learners.student(6, 20, random);
        float[] window = window(20, random);
        float[][] over = new StudentForward(student).logitsOverTime(window);
        assertArrayEquals(new StudentForward(student).logits(window), over[19]);
        var shorter = new StudentModel(
                student.spec(),
                student.weights(),
                student.normalization(),
                WindowSpec.nonOverlapping(12),
                student.rate(),
                student.classes());
        float[] begin = new float[3 * 12];
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(window, axis * 20, begin, axis * 12, 12);
        }
        assertArrayEquals(new StudentForward(shorter).logits(begin), over[11]);
    }

    @Test
    void theTraceKeepsTheEquationOfEveryUnitAndStep() {
        var random = new Random(4);
        var student = Learners.student(6, 20, random);
        var trace = new StudentForward(student).trace(window(20, random));
        for (int step = 1; step < trace.steps(); step++) {
            for (int unit = 0; unit < trace.hidden(); unit++) {
                double z = trace.at(Place.UPDATE, step, unit);
                double n = trace.at(Place.CANDIDATE, step, unit);
                double before = trace.at(Place.HIDDEN, step - 1, unit);
                assertEquals((1 - z) * n + z * before, trace.at(Place.HIDDEN, step, unit), 1e-6);
                assertEquals(Math.tanh(trace.at(Place.CANDIDATE_SUM, step, unit)), n, 1e-6);
                assertEquals(1 / (1 + Math.exp(-trace.at(Place.UPDATE_SUM, step, unit))), z, 1e-6);
            }
        }
    }

    @Test
    void askingTwiceGivesTheSameAnswer() {
        var random = new Random(5);
        var forward = new StudentForward(Learners.student(6, 20, random));
        float[] window = window(20, random);
        assertArrayEquals(forward.logits(window), forward.logits(window));
    }

    @Test
    void aWindowOfAnotherLengthIsRefused() {
        var forward = new StudentForward(Learners.student(6, 20, new Random(6)));
        assertThrows(IllegalArgumentException.class, () -> forward.logits(new float[57]));
    }

    /** The GRU of PyTorch's documentation (torch.nn.GRU), written down once more in another order and precision. */
    private static double[] inDoublePrecision(StudentModel model, float[] window) {
        int hidden = model.hidden();
        int samples = model.windows().lengthSamples();
        double[] h = new double[hidden];
        for (int t = 0; t < samples; t++) {
            double[] x = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                x[axis] = ((double) window[axis * samples + t]
                                - model.normalization().meanG().get(axis))
                        / model.normalization().spreadG().get(axis);
            }
            double[] i = affine(model, "gru.weight_ih", "gru.bias_ih", x);
            double[] r = affine(model, "gru.weight_hh", "gru.bias_hh", h);
            double[] next = new double[hidden];
            for (int u = 0; u < hidden; u++) {
                double reset = 1 / (1 + Math.exp(-i[u] - r[u]));
                double update = 1 / (1 + Math.exp(-i[hidden + u] - r[hidden + u]));
                double candidate = Math.tanh(i[2 * hidden + u] + reset * r[2 * hidden + u]);
                next[u] = (1 - update) * candidate + update * h[u];
            }
            h = next;
        }
        double[] units = affine(model, "dense1.weight", "dense1.bias", h);
        for (int u = 0; u < units.length; u++) {
            units[u] = Math.max(0, units[u]);
        }
        return affine(model, "dense2.weight", "dense2.bias", units);
    }

    private static double[] affine(StudentModel model, String weight, String bias, double[] inputs) {
        var matrix = model.weights().tensor(weight);
        double[] outputs = asDoubles(model.weights().tensor(bias).toArray());
        for (int row = 0; row < outputs.length; row++) {
            for (int column = 0; column < inputs.length; column++) {
                outputs[row] += matrix.at(row * inputs.length + column) * inputs[column];
            }
        }
        return outputs;
    }

    private static float[] window(int samples, Random random) {
        float[] window = new float[3 * samples];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) random.nextGaussian();
        }
        return window;
    }

    private static double[] asDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
