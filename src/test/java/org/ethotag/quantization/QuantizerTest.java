package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.ethotag.testkit.Trials.trials;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.Test;

class QuantizerTest {
    @Test
    void everyRowIsProvedAndNoMatrixCouldHaveOneMoreBit() {
        trials(60, random -> {
            var student = Students.random(random, 8 * (1 + random.nextInt(4)), 8, 4, 1);
            var graph = Students.quantize(student, 16);
            assertThat(graph.bounds()).allMatch(RowBound::holds);
            for (Gate gate : Gate.values()) {
                var weights = graph.gru().gate(gate);
                assertThat(weights.inputShift()).isBetween(1, 30);
                assertThat(weights.recurrentShift()).isBetween(1, 30);
                assertOneMoreBitFails(weights.input(), weights.inputBias(), 32768, weights.inputShift());
                assertOneMoreBitFails(weights.recurrent(), weights.recurrentBias(), 32767, weights.recurrentShift());
            }
        });
    }

    /** Twice every weight, give or take the rounding of a weight, would break the word or the bound. */
    private static void assertOneMoreBitFails(IntMatrix weights, IntMatrix bias, long input, int shift) {
        long largest = 0;
        long bound = 0;
        for (int row = 0; row < weights.rows(); row++) {
            for (int column = 0; column < weights.columns(); column++) {
                largest = Math.max(largest, Math.abs(weights.at(row, column)));
            }
            bound = Math.max(
                    bound,
                    input * (2 * weights.absoluteSum(row) + weights.columns())
                            + 2 * Math.abs((long) bias.at(row))
                            + (1L << (shift + 1)));
        }
        assertThat(2 * largest + 1 > 32767 || bound > Integer.MAX_VALUE || shift == 30)
                .isTrue();
    }

    @Test
    void biasesCarryTheRoundingConstantOfTheirShift() {
        var graph = Students.quantize(zeroStudent(8), 16);
        for (GateWeights gate : graph.gru().gates()) {
            assertThat(gate.inputBias().toArray()).containsOnly(1 << (gate.inputShift() - 1));
            assertThat(gate.recurrentBias().toArray()).containsOnly(1 << (gate.recurrentShift() - 1));
        }
        assertThat(graph.output().bias().toArray()).containsOnly(0);
    }

    @Test
    void hiddenUnitsAreFilledUpToAMultipleOfFour() {
        var student = Students.random(new Random(3), 6, 5, 3, 1);
        var graph = Students.quantize(student, 16);
        assertThat(graph.gru().hidden()).isEqualTo(8);
        assertThat(graph.hidden().inputs()).isEqualTo(8);
        var engine = new IntegerEngine(graph);
        engine.logits(Students.noise(new Random(4), 50));
        assertThat(engine.values(EdgeName.HIDDEN)).endsWith(0, 0);
    }

    @Test
    void theNewStateGetsOneBitLessWhenItsRecurrentPartCanExceedEight() {
        assertThat(Students.quantize(newStateWeights(0.9f), 16).gru().newFractionBits())
                .isEqualTo(12);
        assertThat(Students.quantize(newStateWeights(1.1f), 16).gru().newFractionBits())
                .isEqualTo(11);
    }

    /** Eight units whose recurrent rows of the new state are all {@code value}: the L1 bound is 8 times that. */
    private static StudentModel newStateWeights(float value) {
        var weights = new LinkedHashMap<>(zeroStudent(8).weights().tensors());
        float[] recurrent = new float[3 * 8 * 8];
        Arrays.fill(recurrent, 2 * 8 * 8, recurrent.length, value);
        weights.put("gru.weight_hh", Tensor.of(List.of(24, 8), recurrent));
        return Students.student(8, 8, 3, weights);
    }

    private static StudentModel zeroStudent(int hidden) {
        return Students.random(new Random(0), hidden, 8, 3, 0);
    }

    @Test
    void theSensorRangeComesFromTheDataWhenNoTagIsKnown() {
        var student = Students.random(new Random(5), 8, 8, 3, 1);
        var graph = Quantizer.quantize(
                student, Students.smooth(new Random(6), 20, student), QuantizationSettings.defaults());
        assertThat(graph.sensor()).isEqualTo(new SensorScale(2, 16384));
    }

    @Test
    void theConditionedInputIsTheNormalisedAcceleration() {
        trials(50, random -> {
            var student = Students.random(random, 4, 4, 2, 1);
            var scale = new SensorScale(2 << random.nextInt(4), 400 + random.nextInt(1500));
            var graph = Quantizer.quantize(
                    student,
                    Students.smooth(random, 1, student),
                    QuantizationSettings.defaults().withSensor(scale));
            var format = graph.edge(EdgeName.X).format();
            for (int axis = 0; axis < 3; axis++) {
                double g = (2 * random.nextDouble() - 1) * Math.min(scale.fullScaleG(), 32767 / scale.countsPerG());
                int[] raw = new int[3];
                raw[axis] = (int) Math.rint(g * scale.countsPerG());
                double exact = student.normalization().apply(axis, (float) (raw[axis] / scale.countsPerG()));
                double seen = format.toReal(graph.conditioning().apply(axis, raw[0], raw[1], raw[2]));
                double ofTheOffset = 0.5
                        / scale.countsPerG()
                        / student.normalization().spreadG().get(axis);
                double ofTheGain = Math.abs(exact) / (1 << 13);
                assertThat(seen).isCloseTo(exact, offset(format.step() + ofTheOffset * 1.01 + ofTheGain));
            }
        });
    }

    @Test
    void fullScaleFitsTheInputWithoutClippingAndOneMoreBitWouldNot() {
        var student = Students.random(new Random(5), 8, 8, 3, 1);
        var graph = Students.quantize(student, 16);
        double largest = (4 + 0.1) / 0.25; // the first axis reaches furthest
        int bits = graph.gru().inputFractionBits();
        assertThat(largest * (1 << bits)).isLessThanOrEqualTo(32767);
        assertThat(largest * (2 << bits)).isGreaterThan(32767);
    }

    @Test
    void theRateIsKeptInWholeMillihertz() {
        var student = Students.random(new Random(5), 8, 8, 3, 1);
        var odd = new StudentModel(
                student.spec(),
                student.weights(),
                student.normalization(),
                student.windows(),
                new SampleRate(10.0554),
                student.classes());
        assertThat(Students.quantize(odd, 16).rate()).isEqualTo(new SampleRate(10.055));
    }

    @Test
    void aStudentOfAnotherFormIsRefused() {
        var student = zeroStudent(8);
        var other = new StudentModel(
                new NetworkSpec(List.of(new Gru(3, 8), new Dense(8, 3))),
                student.weights(),
                student.normalization(),
                student.windows(),
                student.rate(),
                student.classes());
        assertProblem(QuantizationProblem.UNSUPPORTED_NETWORK, other);
    }

    @Test
    void aDivergedStudentIsRefused() {
        assertProblem(QuantizationProblem.WEIGHTS_NOT_FINITE, newStateWeights(Float.NaN));
        assertProblem(QuantizationProblem.WEIGHTS_TOO_LARGE, newStateWeights(1e6f));
    }

    private static void assertProblem(QuantizationProblem problem, StudentModel student) {
        assertThatThrownBy(() -> Students.quantize(student, 16))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo(problem));
    }

    @Test
    void weightsOfEightBitsAreThatNarrow() {
        var graph = Students.quantize(Students.random(new Random(9), 16, 8, 4, 1), 8);
        for (GateWeights gate : graph.gru().gates()) {
            for (int value : gate.recurrent().toArray()) {
                assertThat(value).isBetween(-127, 127);
            }
        }
    }
}
