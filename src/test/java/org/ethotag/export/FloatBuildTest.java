package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.export.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.model.Weights;
import org.ethotag.quantization.QuantizationProblem;
import org.ethotag.quantization.SensorScale;
import org.ethotag.quantization.Students;
import org.ethotag.signal.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The float32 build in C against the float student in Java. */
class FloatBuildTest {
    /**
     * Ten units in the last place of a logit near 8. The two differ by the last bits of exp and tanh and of the scaled
     * counts; a state that forgets does not let them pile up.
     */
    private static final float TOLERANCE = 1e-5f;

    private static final SensorScale SENSOR = SensorScale.int16(4);

    @TempDir
    Path folder;

    @Test
    void logitsAreThoseOfTheFloatStudent() throws IOException, InterruptedException {
        for (int hidden : CostCase.SIZES) {
            var student = CostCase.student(hidden);
            assertSame(student, FloatBuild.forHost(folder, student, SENSOR), 16);
        }
    }

    @Test
    void anInputPerceptronIsInTheFloatBuildToo() throws IOException, InterruptedException {
        for (int hidden : List.of(16, 32)) {
            var student = CostCase.student(hidden, true);
            assertSame(student, FloatBuild.forHost(folder, student, SENSOR), 16);
        }
    }

    @ParameterizedTest
    @EnumSource
    void logitsOnATagAreThoseOfTheFloatStudent(Core core) throws IOException, InterruptedException {
        var student = CostCase.student(16);
        assertSame(student, FloatBuild.emulated(folder, core, student, SENSOR), 2);
    }

    private static void assertSame(StudentModel student, FloatBuild build, int count)
            throws IOException, InterruptedException {
        var windows = windows(student, count);
        var answers = build.run(windows);
        var forward = new StudentForward(student);
        for (int i = 0; i < count; i++) {
            assertThat(answers.get(i).logits())
                    .as("window " + i + " at " + student.hidden() + " units")
                    .containsExactly(forward.logits(inG(windows.get(i))), within(TOLERANCE));
        }
    }

    /** Slow swings as a collar has them, in counts. */
    static List<short[][]> windows(StudentModel student, int count) {
        var graph = Students.quantize(student, 16);
        var dataset = Students.smooth(new Random(7), count, student);
        float[] values = new float[Samples.AXES * student.windows().lengthSamples()];
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    dataset.copyG(i, values, 0);
                    return graph.counts(values);
                })
                .toList();
    }

    private static float[] inG(short[][] counts) {
        float[] values = new float[Samples.AXES * counts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (counts[i % counts.length][i / counts.length] / SENSOR.countsPerG());
        }
        return values;
    }

    @Test
    void theSameStudentGivesTheSameBytes() {
        var once = FloatSource.files(CostCase.student(16), SENSOR);
        var again = FloatSource.files(CostCase.student(16), SENSOR);
        assertThat(once.keySet())
                .containsExactly(
                        "float/ethotag_float.c", "float/ethotag_float.h", "float/model_float.c", "float/model_float.h");
        again.forEach((name, content) -> assertThat(content).as(name).isEqualTo(once.get(name)));
    }

    @Test
    void aWeightThatIsNoNumberIsAProblem() {
        var student = CostCase.student(16);
        var tensors = new LinkedHashMap<>(student.weights().tensors());
        float[] bias = new float[CostCase.CLASSES];
        Arrays.fill(bias, Float.NaN);
        tensors.put("dense2.bias", Tensor.of(List.of(CostCase.CLASSES), bias));
        var broken = new StudentModel(
                student.spec(),
                new Weights(tensors),
                student.normalization(),
                student.windows(),
                student.rate(),
                student.classes());
        assertProblem(QuantizationProblem.WEIGHTS_NOT_FINITE, () -> FloatSource.files(broken, SENSOR));
    }
}
