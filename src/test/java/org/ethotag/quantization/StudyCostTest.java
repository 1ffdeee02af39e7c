package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.batch.FixedAnswers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What narrower designs cost comes in the order of the table of the specification, section 1, which was measured with
 * another program: narrower states, tables without interpolation, truncation and coarser weights lose, rows win back. The
 * students are random and of the size of trained ones; the loss is the error of the logits, pooled over students.
 */
class StudyCostTest {
    private static final int STUDENTS = 4;
    private static final int WINDOWS = 200;

    private static final List<StudentModel> STUDENT = new ArrayList<>();
    private static final List<Dataset> DATASET = new ArrayList<>();
    private static final List<float[][]> EXACT = new ArrayList<>();

    @BeforeAll
    static void runTheFloatStudents() {
        for (int i = 0; i < STUDENTS; i++) {
            var student = Students.random(new Random(100 + i), 16, 12, 5, 1);
            var dataset = Students.smooth(new Random(200 + i), WINDOWS, student);
            var forward = new StudentForward(student);
            float[][] exact = new float[WINDOWS][];
            for (int window = 0; window < WINDOWS; window++) {
                exact[window] = forward.trace(dataset.valuesG(window)).logits();
            }
            STUDENT.add(student);
            DATASET.add(dataset);
            EXACT.add(exact);
        }
    }

    @Test
    void aNarrowerStateLosesMore() {
        assertThat(List.of(
                        loss(layer -> layer),
                        loss(layer -> layer.withStateBits(12)),
                        loss(layer -> layer.withStateBits(10)),
                        loss(layer -> layer.withStateBits(8))))
                .isSorted();
        assertThat(loss(layer -> layer.withStateBits(8))).isGreaterThan(10 * loss(layer -> layer));
    }

    @Test
    void narrowerGatesLoseMore() {
        assertThat(List.of(
                        loss(layer -> layer),
                        loss(layer -> layer.withActivationBits(12)),
                        loss(layer -> layer.withActivationBits(8))))
                .isSorted();
    }

    @Test
    void tablesWithoutInterpolationLoseAndSmallerOnesLoseMore() {
        assertThat(List.of(
                        loss(layer -> layer),
                        loss(layer -> layer.withTable(512, false)),
                        loss(layer -> layer.withTable(256, false)),
                        loss(layer -> layer.withTable(64, false))))
                .isSorted();
        assertThat(loss(layer -> layer.withTable(64, true))).isLessThan(loss(layer -> layer.withTable(64, false)));
    }

    @Test
    void truncationLosesMoreThanRounding() {
        for (int bits : new int[] {8, 10, 12, 16}) {
            UnaryOperator<LayerSettings> narrow =
                    layer -> layer.withStateBits(bits).withActivationBits(bits);
            assertThat(loss(layer -> narrow.apply(layer).withRounding(Rounding.DOWN)))
                    .as(bits + " bits")
                    .isGreaterThan(loss(narrow));
        }
    }

    @Test
    void narrowWeightsLoseAndScalesPerRowWinBack() {
        double int16 = loss(layer -> layer);
        double rows = loss(layer -> layer.withWeightBits(8).withScales(ScaleGroup.ROW));
        double gates = loss(layer -> layer.withWeightBits(8));
        double tensors = loss(layer -> layer.withWeightBits(8).withScales(ScaleGroup.TENSOR));
        assertThat(List.of(int16, rows, gates, tensors)).isSorted();
    }

    @Test
    void theDefaultHardlyDiffersFromTheFloatStudent() {
        assertThat(loss(layer -> layer)).isLessThan(0.02);
    }

    /** Root mean square of the difference of the logits, in their own unit. */
    private static double loss(UnaryOperator<LayerSettings> change) {
        var settings = QuantizationSettings.defaults().withAll(change);
        double sum = 0;
        long count = 0;
        for (int i = 0; i < STUDENTS; i++) {
            var graph = Students.quantize(STUDENT.get(i), settings);
            var dataset = DATASET.get(i);
            var answers = FixedAnswers.of(graph, dataset, dataset.allIndices(), JobMonitor.unwatched());
            var format = graph.format(EdgeName.LOGITS, 0);
            for (int window = 0; window < WINDOWS; window++) {
                int[] logits = answers.logits(window);
                for (int c = 0; c < logits.length; c++) {
                    double error = format.toReal(logits[c]) - EXACT.get(i)[window][c];
                    sum += error * error;
                    count++;
                }
            }
        }
        return Math.sqrt(sum / count);
    }
}
