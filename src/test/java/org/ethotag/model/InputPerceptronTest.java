package org.ethotag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.Rotation;
import org.ethotag.testkit.Learners;
import org.ethotag.testkit.PatternedStudent;
import org.junit.jupiter.api.Test;

/** A student whose samples pass a perceptron before the recurrent layer. */
class InputPerceptronTest {
    /** Six steps of sums of a few floats of size 1. */
    private static final double ROUNDING = 1e-6;

    @Test
    void logitsAreThoseOfPyTorch() {
        var forward = new StudentForward(PatternedStudent.model());
        var windows = PatternedStudent.windows();
        for (int i = 0; i < windows.size(); i++) {
            assertArrayEquals(PatternedStudent.LOGITS[i], doubles(forward.logits(windows.valuesG(i)), 0, 3), ROUNDING);
        }
    }

    @Test
    void theTraceHasTheSumsOfPyTorchAndWhatIsPositiveOfThem() {
        var trace = new StudentForward(PatternedStudent.model())
                .trace(PatternedStudent.windows().valuesG(0));
        assertThat(trace.inputUnits()).isEqualTo(5);
        assertArrayEquals(PatternedStudent.INPUT_SUMS[0], doubles(trace.inputSums(), 0, 5), ROUNDING);
        assertArrayEquals(PatternedStudent.INPUT_SUMS[1], doubles(trace.inputSums(), 25, 30), ROUNDING);
        assertArrayEquals(
                Arrays.stream(PatternedStudent.INPUT_SUMS[0])
                        .map(sum -> Math.max(0, sum))
                        .toArray(),
                doubles(trace.inputs(), 0, 5),
                ROUNDING);
        assertArrayEquals(PatternedStudent.LOGITS[0], doubles(trace.logits(), 0, 3), ROUNDING);
    }

    @Test
    void itsWeightsAreNamedAndComeFirst() {
        assertThat(WeightLayout.of(NetworkSpec.student(8, 4, 6, 2)).slots().stream()
                        .map(slot -> slot.name() + " " + slot.shape()))
                .containsExactly(
                        "input.weight [8, 3]",
                        "input.bias [8]",
                        "gru.weight_ih [12, 8]",
                        "gru.weight_hh [12, 4]",
                        "gru.bias_ih [12]",
                        "gru.bias_hh [12]",
                        "dense1.weight [6, 4]",
                        "dense1.bias [6]",
                        "dense2.weight [2, 6]",
                        "dense2.bias [2]");
    }

    @Test
    void everySampleCostsItsMultiplications() {
        // by hand: 3 * 8 to the perceptron, 3 gates of 4 units over 8 + 4 values and the reset, new and update products
        int step = 3 * 8 + 3 * 4 * (8 + 4) + 3 * 4;
        assertThat(NetworkSpec.student(8, 4, 6, 2).multiplications(100)).isEqualTo(100 * step + 4 * 6 + 6 * 2);
        assertThat(NetworkSpec.student(8, 4, 6, 2).parameters())
                .isEqualTo(8 * 4 + 3 * 4 * (8 + 4 + 2) + (4 + 1) * 6 + (6 + 1) * 2);
    }

    @Test
    void itsFileGivesItBack() {
        var model = PatternedStudent.model();
        assertThat(ModelFile.student(ModelFile.bytes(model))).isEqualTo(model);
    }

    /** The hash was taken from a program that knew no input perceptron. */
    @Test
    void aStudentWithoutOneHasTheBytesThatItAlwaysHad() {
        assertThat(ModelFile.modelHash(Learners.student(8, 20, new Random(1))))
                .isEqualTo("ce7c265a7e3469f27e6642653a930dd62d98c9756c14015934f4506dc5312dac");
    }

    @Test
    void otherLayersBeforeTheRecurrentOneAreNoStudent() {
        var whole = NetworkSpec.student(5, 4, 3, 3).layers();
        for (var layers : List.of(
                without(whole, 1), // no ReLU behind the input
                without(whole, 0), // a ReLU alone
                twice(whole, new Dense(5, 5), new Relu()), // two of them
                replaced(whole, 1, new Gru(5, 5)))) {
            var bytes = file(new NetworkSpec(layers));
            assertThatThrownBy(() -> ModelFile.student(bytes))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().code()).isEqualTo(ModelProblem.DAMAGED));
        }
    }

    @Test
    void aTurnedTagIsUnderstoodThroughTheInputPerceptronAlone() {
        trials(20, random -> {
            var student = PatternedStudent.model();
            var rotation =
                    new Rotation(360 * random.nextDouble(), 178 * random.nextDouble() - 89, 360 * random.nextDouble());
            var mounted = student.mounted(rotation);
            assertThat(mounted.weights().tensor("gru.weight_ih"))
                    .isEqualTo(student.weights().tensor("gru.weight_ih"));
            float[] window = PatternedStudent.windows().valuesG(random.nextInt(2));
            float[] expected = new StudentForward(student).logits(window);
            rotation.inverse().turn(window);
            float[] actual = new StudentForward(mounted).logits(window);
            for (int c = 0; c < expected.length; c++) {
                // angles are kept to a tenth of a degree, the inverse's too
                assertThat(actual[c]).isCloseTo(expected[c], within(0.02f));
            }
        });
    }

    private static byte[] file(NetworkSpec spec) {
        var like = PatternedStudent.model();
        var layout = WeightLayout.of(spec);
        return ModelFile.bytes(new StudentModel(
                spec,
                layout.weights(new float[(int) layout.size()]),
                like.normalization(),
                like.windows(),
                like.rate(),
                like.classes()));
    }

    private static List<LayerSpec> without(List<LayerSpec> layers, int index) {
        var fewer = new ArrayList<>(layers);
        fewer.remove(index);
        return fewer;
    }

    private static List<LayerSpec> twice(List<LayerSpec> layers, LayerSpec... more) {
        var all = new ArrayList<>(layers);
        all.addAll(2, List.of(more));
        return all;
    }

    private static List<LayerSpec> replaced(List<LayerSpec> layers, int index, LayerSpec by) {
        var other = new ArrayList<>(layers);
        other.set(index, by);
        return other;
    }

    private static double[] doubles(float[] values, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> values[i]).toArray();
    }
}
