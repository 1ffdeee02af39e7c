package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.testkit.Learners;
import org.ethotag.testkit.PatternedStudent;
import org.junit.jupiter.api.Test;

/** The student with an input perceptron on the engine: the same network as in plain Java, and it learns. */
class InputPerceptronTrainingTest {
    /** Single precision over six steps and some fifty products. */
    private static final double ROUNDING = 1e-6;

    private static final TrainingData DATA = new TrainingData(Learners.separable(120, 1), Learners.separable(30, 2));
    private static final TrainingSettings SHORT = TrainingSettings.student()
            .withEpochs(30)
            .withBatch(16)
            .withThreads(1)
            .withAugmentation(Augmentation.none());

    @Test
    void theEngineGivesTheLogitsOfPyTorch() {
        var windows = PatternedStudent.windows();
        float[][] logits =
                Inference.logits(PatternedStudent.model(), windows, windows.allIndices(), JobMonitor.unwatched());
        for (int i = 0; i < logits.length; i++) {
            assertArrayEquals(PatternedStudent.LOGITS[i], doubles(logits[i]), ROUNDING);
        }
    }

    @Test
    void lossAndGradientOfTheInputAreThoseOfPyTorch() {
        var model = PatternedStudent.model();
        var data = TrainingData.all(PatternedStudent.windows());
        var targets = Targets.hard(3, data.training().labels(data.training().allIndices()), false);
        try (var learner = new FloatLearner(
                LearningEngine.start(),
                model.spec(),
                data,
                model.normalization(),
                new DistillationLoss(DistillationSettings.hardLabels(), targets),
                new SplittableRandom(1))) {
            fill(learner.learnt(), model);
            var gradient = learner.gradient(Presentation.plain(0, 1));
            assertThat(gradient.loss()).isCloseTo(PatternedStudent.LOSS, within(ROUNDING));
            int inputs = PatternedStudent.INPUT_GRADIENT.length;
            assertArrayEquals(
                    PatternedStudent.INPUT_GRADIENT, doubles(Arrays.copyOf(gradient.values(), inputs)), ROUNDING);
        }
    }

    @Test
    void itLearnsWhatIsEasyAndPlainJavaGivesTheSameClasses() {
        var model = student(SHORT).model();
        var windows = DATA.heldOut();
        float[][] logits = Inference.logits(model, windows, windows.allIndices(), JobMonitor.unwatched());
        var read = new StudentForward(ModelFile.student(ModelFile.bytes(model)));
        int right = 0;
        for (int i = 0; i < windows.size(); i++) {
            float[] plain = read.logits(windows.valuesG(i));
            assertArrayEquals(plain, logits[i], 1e-4f); // sixteen steps of float sums of logits below 10
            right += Inference.answers(new float[][] {plain})[0]
                            == windows.windows().get(i).label()
                    ? 1
                    : 0;
        }
        assertThat(right).isGreaterThan(28);
    }

    @Test
    void itListensToATeacher() {
        float[][] soft = new float[DATA.training().size()][3];
        for (int i = 0; i < soft.length; i++) {
            soft[i][DATA.training().windows().get(i).label()] = 6;
        }
        var trained = Distillation.distil(
                DATA, shape(), SHORT, new DistillationSettings(2, 0), soft, _ -> {}, JobMonitor.unwatched());
        assertThat(trained.record().epochs().getLast().heldOutMcc()).isGreaterThan(0.95);
    }

    @Test
    void theSameSeedGivesTheSameStudentByteForByte() {
        var settings = SHORT.withEpochs(2).withAugmentation(Augmentation.collar());
        assertArrayEquals(
                ModelFile.bytes(student(settings).model()),
                ModelFile.bytes(student(settings).model()));
        assertThat(student(settings.withSeed(8)).model())
                .isNotEqualTo(student(settings).model());
    }

    private static StudentShape shape() {
        return new StudentShape(8, 8, 8);
    }

    private static Trained<StudentModel> student(TrainingSettings settings) {
        return Distillation.withoutTeacher(DATA, shape(), settings, _ -> {}, JobMonitor.unwatched());
    }

    private static void fill(float[] learnt, StudentModel model) {
        int at = 0;
        for (var tensor : model.weights().tensors().values()) {
            float[] values = tensor.toArray();
            System.arraycopy(values, 0, learnt, at, values.length);
            at += values.length;
        }
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
