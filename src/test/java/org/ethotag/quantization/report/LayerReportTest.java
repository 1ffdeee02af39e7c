package org.ethotag.quantization.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.RowBound;
import org.ethotag.quantization.SensorScale;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.batch.FixedAnswers;
import org.junit.jupiter.api.Test;

class LayerReportTest {
    private final StudentModel student = Students.random(new Random(11), 15, 8, 4, 1);
    private final Dataset dataset = Students.smooth(new Random(12), 300, student);
    private final QuantizedGraph graph = Students.quantize(student, 16);

    @Test
    void sixteenBitsAgreeWithTheFloatStudentOnNearlyAllSmoothWindows() {
        int agreed = 0;
        int total = 0;
        for (int seed = 0; seed < 8; seed++) {
            var other = Students.random(new Random(100 + seed), 8 + 4 * seed, 8, 4, 1);
            var windows = Students.smooth(new Random(200 + seed), 250, other);
            var report = LayerReport.of(Students.quantize(other, 16), other, windows, windows.allIndices());
            total += report.windows();
            agreed += report.windows() - report.disagreements().size();
        }
        assertThat((double) agreed / total).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void everyEdgeIsCloseToItsFloatTwin() {
        var report = LayerReport.of(graph, student, dataset, dataset.allIndices());
        assertThat(report.edges())
                .extracting(e -> e.edge().name())
                .containsExactly(
                        EdgeName.X,
                        EdgeName.PRE_RESET,
                        EdgeName.PRE_UPDATE,
                        EdgeName.NEW_RECURRENT,
                        EdgeName.RESET,
                        EdgeName.UPDATE,
                        EdgeName.PRE_NEW,
                        EdgeName.NEW,
                        EdgeName.HIDDEN,
                        EdgeName.PERCEPTRON,
                        EdgeName.LOGITS);
        assertThat(report.edges()).allSatisfy(edge -> {
            assertThat(edge.sqnrDb()).isGreaterThan(45);
            assertThat(edge.rangeUsed()).isBetween(0.0, 1.0);
            assertThat(edge.largestError()).isGreaterThanOrEqualTo(edge.meanError());
        });
        assertThat(report.addedUnits()).isEqualTo(1);
        assertThat(report.clippedInputs()).isZero();
        assertThat(report.bounds()).hasSize(2 * 3 * 16 + 8 + 4).allMatch(RowBound::holds);
    }

    @Test
    void anInputPerceptronIsComparedToo() {
        var other = Students.withFront(new Random(13), 14, 15, 8, 4, 0.8);
        var report = LayerReport.of(Students.quantize(other, 16), other, dataset, dataset.allIndices());
        assertThat(report.edges()).extracting(e -> e.edge().name()).startsWith(EdgeName.X, EdgeName.FRONT);
        assertThat(report.edges()).allSatisfy(edge -> assertThat(edge.sqnrDb()).isGreaterThan(40));
        var front = report.edges().get(1);
        assertThat(front.values()).isEqualTo(300L * 32 * 14);
        assertThat(front.saturations()).isZero();
        assertThat(report.agreement()).isGreaterThan(0.97);
    }

    @Test
    void disagreementsAreTheWindowsWhoseClassesDiffer() {
        var coarse = Students.quantize(student, 8);
        var forward = new StudentForward(student);
        int[] fixed = FixedAnswers.classes(coarse, dataset, dataset.allIndices(), JobMonitor.unwatched());
        int[] expected = IntStream.range(0, dataset.size())
                .filter(i -> fixed[i] != largest(forward.logits(dataset.valuesG(i))))
                .toArray();
        var report = LayerReport.of(coarse, student, dataset, dataset.allIndices());
        assertThat(report.disagreements())
                .extracting(LayerReport.Disagreement::window)
                .containsExactlyElementsOf(Arrays.stream(expected).boxed().toList());
        assertThat(report.disagreements())
                .allSatisfy(one -> assertThat(one.floatMargin()).isPositive());
        assertThat(report.agreement()).isCloseTo(1 - expected.length / 300.0, within(1e-12));
    }

    private static int largest(float[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }

    @Test
    void aSensorThatIsTooSmallIsSeenAtTheInput() {
        var narrow = Quantizer.quantize(
                student, dataset, QuantizationSettings.defaults().withSensor(new SensorScale(0.1, 1000)));
        assertThat(LayerReport.of(narrow, student, dataset, dataset.allIndices())
                        .clippedInputs())
                .isPositive();
    }
}
