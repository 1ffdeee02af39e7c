package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.ethotag.testkit.Trials.trials;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.model.Weights;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** A dense layer with ReLU in front of the recurrent one (fixed-point 2.5), against the page written a second time. */
class InputPerceptronTest {
    @Test
    void randomGraphsGiveWhatTheReferenceInLongGives() {
        trials(150, random -> {
            var graph = Students.randomFrontGraph(random);
            assertThat(graph.front()).hasSize(1);
            assertSame(graph, random);
        });
    }

    @Test
    void everySettingGivesWhatTheReferenceInLargeIntegersGives() {
        trials(150, random -> {
            var graph = Students.randomFrontStudyGraph(random);
            var window = Students.noise(random, 24);
            var engine = new IntegerEngine(graph);
            var reference = new StudyReference(graph);
            assertThat(engine.logits(window)).containsExactly(IntegerEngineTest.ints(reference.logits(window)));
            assertThat(engine.values(EdgeName.HIDDEN)).containsExactly(IntegerEngineTest.ints(reference.state()));
        });
    }

    @Test
    void nothingOverflowsAtTheBoundAndEveryIntegerStaysInsideTheRangeOfItsEdge() {
        trials(100, random -> {
            var graph = random.nextBoolean() ? ExtremeGraphs.withFront(random) : Students.randomFrontStudyGraph(random);
            assertThat(graph.bounds()).allMatch(RowBound::holds);
            var engine = new IntegerEngine(graph);
            for (int step = 0; step < 20; step++) {
                engine.step(end(random), end(random), end(random));
                engine.logits();
                for (GraphEdge edge : graph.edges()) {
                    for (int value : engine.values(edge.name())) {
                        assertThat((long) value).as(edge.toString()).isBetween(edge.lowest(), edge.highest());
                    }
                }
            }
        });
        trials(60, random -> assertSame(ExtremeGraphs.withFront(random), random));
    }

    @Test
    void itsFormatIsTheFinestThatNoSampleCanExceed() {
        // 4 g, normalised: (4 + 0.1) / 0.25, (4 + 0.9) / 0.31 and (4 + 0.2) / 0.4
        var graph = Students.quantize(frontOf(1, -2, 0.5f, 0.25f, 0.5f, 0, 0, -1), 16);
        double largest = 0.25 + 4.1 / 0.25 + 2 * 4.9 / 0.31 + 0.5 * 4.2 / 0.4;
        int u = graph.front().getFirst().outputFractionBits();
        assertThat(Math.scalb(largest, u)).isLessThanOrEqualTo(32766);
        assertThat(Math.scalb(largest, u + 1)).isGreaterThan(32766);
        assertThat(graph.gru().inputFractionBits()).isEqualTo(u);
        assertThat(graph.edge(EdgeName.FRONT)).isEqualTo(new GraphEdge(EdgeName.FRONT, 4, QFormat.int16(u), 0, 32767));
        trials(50, random -> {
            var any = Students.randomFrontGraph(random);
            var engine = new IntegerEngine(any);
            engine.logits(Students.noise(random, 50));
            assertThat(engine.saturations(EdgeName.FRONT)).isZero();
        });
    }

    @Test
    void itIsTheReluOfWeightsTimesTheSample() {
        var graph = Students.quantize(frontOf(1, -2, 0.5f, 0.25f, 0.5f, 0, 0, -1), 16);
        var engine = new IntegerEngine(graph);
        var x = graph.edge(EdgeName.X).format();
        var out = graph.edge(EdgeName.FRONT).format();
        trials(200, random -> {
            engine.step(end(random) / 8, random.nextInt(8000) - 4000, random.nextInt(8000) - 4000);
            int[] sample = engine.values(EdgeName.X);
            double first = 0.25 + x.toReal(sample[0]) - 2 * x.toReal(sample[1]) + 0.5 * x.toReal(sample[2]);
            double second = -1 + 0.5 * x.toReal(sample[0]);
            int[] values = engine.values(EdgeName.FRONT);
            // the weights are powers of two and exact; what is left is the rounding of the shift
            assertThat(out.toReal(values[0])).isCloseTo(Math.max(0, first), offset(out.step() / 2));
            assertThat(out.toReal(values[1])).isCloseTo(Math.max(0, second), offset(out.step() / 2));
        });
    }

    @Test
    void itsUnitsAreFilledUpToAMultipleOfFourWithUnitsThatStayZero() {
        var graph = Students.quantize(Students.withFront(new Random(3), 6, 9, 5, 3, 1), 16);
        assertThat(graph.front().getFirst().outputs()).isEqualTo(8);
        assertThat(graph.gru().inputs()).isEqualTo(8);
        assertThat(graph.gru().hidden()).isEqualTo(12);
        var engine = new IntegerEngine(graph);
        engine.logits(Students.noise(new Random(4), 50));
        assertThat(Arrays.copyOfRange(engine.values(EdgeName.FRONT), 6, 8)).containsOnly(0);
        assertThat(Arrays.stream(engine.values(EdgeName.FRONT)).max().orElseThrow())
                .isPositive();
    }

    @Test
    void theGatesReadItAndNotTheSample() {
        var graph = Students.randomFrontGraph(new Random(5));
        for (GraphNode node : graph.nodes()) {
            assertThat(node.inputs().contains(EdgeName.X)).isEqualTo(node.output() == EdgeName.FRONT_SUM);
        }
        assertThat(graph.nodes().stream()
                        .filter(node -> node.inputs().contains(EdgeName.FRONT))
                        .map(GraphNode::output))
                .containsExactly(EdgeName.INPUT_RESET, EdgeName.INPUT_UPDATE, EdgeName.INPUT_NEW);
        assertThat(Students.randomGraph(new Random(5)).edges())
                .extracting(GraphEdge::name)
                .doesNotContain(EdgeName.FRONT_SUM, EdgeName.FRONT);
    }

    @Test
    void inputWeightsUpToTheLargestCanBeWrittenAndTwiceThatCannot() {
        var settings = QuantizationSettings.defaults().withWeightBits(6).withSensor(SensorScale.int16(4));
        var student = Students.withFront(new Random(6), 8, 8, 5, 3, 4);
        float largest = (float) Quantizer.largestInputWeight(student, settings);
        assertThat(Students.quantize(withInputWeights(student, largest), settings)
                        .gru()
                        .gates())
                .allMatch(gate -> gate.inputShift() >= 1);
        assertThatThrownBy(() -> Students.quantize(withInputWeights(student, 2 * largest), settings))
                .isInstanceOf(ProblemException.class);
    }

    private static StudentModel withInputWeights(StudentModel student, float value) {
        var tensor = student.weights().tensor("gru.weight_ih");
        float[] values = new float[tensor.size()];
        for (int i = 0; i < values.length; i += tensor.shape().get(1)) {
            values[i] = value;
        }
        return with(student, Map.of("gru.weight_ih", Tensor.of(tensor.shape(), values)));
    }

    /** Two units: w00 w01 w02 b0, w10 w11 w12 b1. */
    private static StudentModel frontOf(float... rows) {
        return with(
                Students.withFront(new Random(1), 2, 4, 3, 2, 1),
                Map.of(
                        "input.weight",
                        Tensor.of(List.of(2, 3), new float[] {rows[0], rows[1], rows[2], rows[4], rows[5], rows[6]}),
                        "input.bias",
                        Tensor.of(List.of(2), new float[] {rows[3], rows[7]})));
    }

    private static StudentModel with(StudentModel student, Map<String, Tensor> changed) {
        var tensors = new LinkedHashMap<>(student.weights().tensors());
        tensors.putAll(changed);
        return new StudentModel(
                student.spec(),
                new Weights(tensors),
                student.normalization(),
                student.windows(),
                student.rate(),
                student.classes());
    }

    private static void assertSame(QuantizedGraph graph, Random random) {
        var window = Students.noise(random, 24);
        for (int i = 0; i < window.length; i += 5) {
            window[i] = new short[] {(short) end(random), (short) end(random), (short) end(random)};
        }
        var engine = new IntegerEngine(graph);
        var reference = new LongReference(graph);
        assertThat(engine.logits(window)).containsExactly(IntegerEngineTest.ints(reference.logits(window)));
        assertThat(engine.values(EdgeName.HIDDEN)).containsExactly(IntegerEngineTest.ints(reference.state()));
    }

    private static int end(Random random) {
        return random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
}
