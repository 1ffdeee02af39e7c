package org.ethotag.quantization.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QFormat;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.report.LayerReport.Disagreement;
import org.ethotag.signal.WindowSpec;
import org.junit.jupiter.api.Test;

class LayerReportStepsTest {
    private static final double EXACT = 1e-12;

    private final StudentModel student = Students.random(new Random(21), 12, 8, 4, 1);
    private final QuantizedGraph graph = Students.quantize(student, 16);

    @Test
    void theStepsAddUpToTheWhole() {
        var dataset = Students.smooth(new Random(22), 20, student);
        var report = LayerReport.of(graph, student, dataset, dataset.allIndices());
        assertThat(report.columns()).isEqualTo(32);
        for (EdgeReport edge : report.edges()) {
            if (edge.steps().isEmpty()) {
                continue;
            }
            assertThat(edge.steps()).hasSize(32);
            assertThat(edge.steps().stream().mapToLong(ErrorSummary::values).sum())
                    .isEqualTo(edge.values());
            assertThat(edge.steps().stream().mapToDouble(ErrorSummary::noise).sum())
                    .isCloseTo(edge.all().noise(), within(EXACT));
            assertThat(edge.steps().stream()
                            .mapToDouble(ErrorSummary::largestError)
                            .max()
                            .orElseThrow())
                    .isEqualTo(edge.largestError());
            assertThat(values(edge.all().histogram())).isEqualTo(edge.values());
        }
    }

    private static long values(Histogram histogram) {
        long sum = 0;
        for (int bin = 0; bin < Histogram.BINS; bin++) {
            sum += histogram.fixed(bin);
        }
        return sum;
    }

    @Test
    void oneStepHasTheErrorsOfThatStep() {
        var dataset = Students.smooth(new Random(23), 1, student);
        var report = LayerReport.of(graph, student, dataset, dataset.allIndices());
        var hidden = report.edges().stream()
                .filter(edge -> edge.edge().name() == EdgeName.HIDDEN)
                .findFirst()
                .orElseThrow();
        var trace = new StudentForward(student).trace(dataset.valuesG(0));
        var engine = new IntegerEngine(graph);
        short[][] counts = graph.counts(dataset.valuesG(0));
        for (int step = 0; step < counts.length; step++) {
            engine.step(counts[step]);
            double largest = 0;
            for (int unit = 0; unit < 12; unit++) {
                double fixed = engine.values(EdgeName.HIDDEN)[unit] / 32768.0;
                largest = Math.max(largest, Math.abs(fixed - trace.at(Place.HIDDEN, step, unit)));
            }
            assertThat(hidden.steps().get(step).largestError()).isEqualTo(largest);
        }
    }

    @Test
    void aFlippedWindowDivergesBehindTheLastStepAtWhichBothAgree() {
        var coarse =
                Students.quantize(student, QuantizationSettings.defaults().withAll(layer -> layer.withStateBits(4)));
        var dataset = Students.smooth(new Random(24), 60, student);
        var flips =
                LayerReport.of(coarse, student, dataset, dataset.allIndices()).disagreements();
        assertThat(flips).isNotEmpty();
        var first = flips.getFirst();
        // by brute force: the answers of both on the window cut off after every sample
        int expected = 0;
        for (int length = 1; length <= 32; length++) {
            if (floatClass(dataset.valuesG(first.window()), length)
                    == fixedClass(coarse, dataset.valuesG(first.window()), length)) {
                expected = length;
            }
        }
        assertThat(first.divergedAt()).isEqualTo(expected);
        int[] again = LayerReport.divergences(
                coarse,
                student,
                dataset,
                flips.stream().mapToInt(Disagreement::window).toArray(),
                JobMonitor.unwatched());
        assertThat(again)
                .isEqualTo(flips.stream().mapToInt(Disagreement::divergedAt).toArray());
    }

    private static int fixedClass(QuantizedGraph graph, float[] valuesG, int length) {
        var engine = new IntegerEngine(graph);
        return IntegerEngine.classOf(engine.logits(Arrays.copyOf(graph.counts(valuesG), length)));
    }

    /** A student of shorter windows, with the same weights. */
    private int floatClass(float[] valuesG, int length) {
        var shorter = new StudentModel(
                student.spec(),
                student.weights(),
                student.normalization(),
                WindowSpec.nonOverlapping(length),
                student.rate(),
                student.classes());
        float[] cut = new float[3 * length];
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(valuesG, axis * 32, cut, axis * length, length);
        }
        float[] logits = new StudentForward(shorter).logits(cut);
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    /** 8 bits hold values up to 1 with steps of 1/128; errors as large as that rounding makes leave no use for a ninth. */
    @Test
    void theBitsThatAreEnoughEndWhereOnlyNoiseWouldFollow() {
        double step = 1.0 / 128;
        var tally = new ErrorTally();
        var random = new Random(25);
        for (int i = 0; i < 100_000; i++) {
            double exact = 2 * random.nextDouble() - 1;
            tally.add(Math.floor(exact / step + 0.5) * step, exact);
        }
        assertThat(tally.summary().bitsSufficient(QFormat.int16(15))).isEqualTo(8);
    }

    @Test
    void aHistogramGrowsWithItsValuesAndLosesNone() {
        var tally = new HistogramTally();
        for (int i = 0; i < 1000; i++) {
            tally.add(0.001, -0.001);
        }
        tally.add(3.5, -3.5);
        var histogram = tally.histogram();
        assertThat(histogram.limit()).isEqualTo(4);
        // 64 bins of 1/8: just above 0 is bin 32, just below 31; 3.5 begins bin 60, -3.5 begins bin 4
        assertThat(histogram.exact(32)).isEqualTo(1000);
        assertThat(histogram.fixed(31)).isEqualTo(1000);
        assertThat(histogram.exact(60)).isEqualTo(1);
        assertThat(histogram.fixed(4)).isEqualTo(1);
    }
}
