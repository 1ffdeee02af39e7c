package org.ethotag.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.LayerSpec;
import org.ethotag.model.LayerSpec.BatchNorm;
import org.ethotag.model.LayerSpec.Convolution;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.GlobalAveragePool;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.LayerSpec.Residual;
import org.ethotag.model.TeacherModel;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;

class NetworkTest {
    /** Relative to logits of size 1 after some hundred float sums. */
    private static final double TOLERANCE = 1e-3;

    /** The published network written down once more, with loops and in double precision. */
    @Test
    void theTeacherOnTheEngineIsThePublishedNetwork() {
        var teacher = Learners.teacher(16, new Random(8));
        var data = Learners.separable(6, 4);
        float[][] logits = Inference.logits(teacher, data, data.allIndices(), JobMonitor.unwatched());
        for (int i = 0; i < data.size(); i++) {
            double[] expected = new InLoops(teacher).logits(data.valuesG(i));
            for (int c = 0; c < expected.length; c++) {
                assertEquals(expected[c], logits[i][c], TOLERANCE * Math.max(1, Math.abs(expected[c])));
            }
        }
    }

    /** [channel][sample] in, through the layers one by one. */
    private static final class InLoops {
        private final TeacherModel model;
        private final Iterator<float[]> arrays;

        InLoops(TeacherModel model) {
            this.model = model;
            this.arrays = model.weights().tensors().values().stream()
                    .map(tensor -> tensor.toArray())
                    .iterator();
        }

        double[] logits(float[] window) {
            int length = window.length / 3;
            double[][] x = new double[3][length];
            for (int i = 0; i < window.length; i++) {
                int axis = i / length;
                x[axis][i % length] = (window[i] - model.normalization().meanG().get(axis))
                        / model.normalization().spreadG().get(axis);
            }
            double[][] out = through(model.spec().layers(), x);
            return Arrays.stream(out).mapToDouble(row -> row[0]).toArray();
        }

        private double[][] through(List<LayerSpec> layers, double[][] x) {
            double[][] value = x;
            for (LayerSpec layer : layers) {
                value = switch (layer) {
                    case Convolution(int _, int outputs, int kernel) -> convolution(value, outputs, kernel);
                    case BatchNorm _ -> norm(value);
                    case Relu() -> relu(value);
                    case Residual(var body, var shortcut) -> {
                        var first = through(body, value);
                        yield relu(sum(first, through(shortcut, value)));
                    }
                    case GlobalAveragePool() -> mean(value);
                    case Gru _ -> throw new AssertionError("no teacher has one");
                    case Dense(int _, int outputs) -> dense(value, outputs);
                };
            }
            return value;
        }

        private double[][] convolution(double[][] x, int outputs, int kernel) {
            float[] w = arrays.next();
            int before = (kernel - 1) / 2;
            double[][] y = new double[outputs][x[0].length];
            for (int o = 0; o < outputs; o++) {
                for (int t = 0; t < x[0].length; t++) {
                    for (int i = 0; i < x.length; i++) {
                        for (int k = 0; k < kernel; k++) {
                            int at = t + k - before;
                            double value = at < 0 || at >= x[0].length ? 0 : x[i][at];
                            y[o][t] += w[(o * x.length + i) * kernel + k] * value;
                        }
                    }
                }
            }
            return y;
        }

        private double[][] norm(double[][] x) {
            float[] scale = arrays.next();
            float[] shift = arrays.next();
            float[] mean = arrays.next();
            float[] variance = arrays.next();
            double[][] y = new double[x.length][x[0].length];
            for (int c = 0; c < x.length; c++) {
                for (int t = 0; t < x[0].length; t++) {
                    y[c][t] = (x[c][t] - mean[c]) / Math.sqrt(variance[c] + 1e-5) * scale[c] + shift[c];
                }
            }
            return y;
        }

        private double[][] dense(double[][] x, int outputs) {
            float[] w = arrays.next();
            float[] b = arrays.next();
            double[][] y = new double[outputs][1];
            for (int o = 0; o < outputs; o++) {
                y[o][0] = b[o];
                for (int i = 0; i < x.length; i++) {
                    y[o][0] += w[o * x.length + i] * x[i][0];
                }
            }
            return y;
        }

        private static double[][] relu(double[][] x) {
            double[][] y = new double[x.length][x[0].length];
            for (int c = 0; c < x.length; c++) {
                for (int t = 0; t < x[0].length; t++) {
                    y[c][t] = Math.max(0, x[c][t]);
                }
            }
            return y;
        }

        private static double[][] sum(double[][] a, double[][] b) {
            double[][] y = new double[a.length][a[0].length];
            for (int c = 0; c < a.length; c++) {
                for (int t = 0; t < a[0].length; t++) {
                    y[c][t] = a[c][t] + b[c][t];
                }
            }
            return y;
        }

        private static double[][] mean(double[][] x) {
            double[][] y = new double[x.length][1];
            for (int c = 0; c < x.length; c++) {
                y[c][0] = Arrays.stream(x[c]).average().orElseThrow();
            }
            return y;
        }
    }
}
