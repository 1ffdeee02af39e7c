package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.batch.FixedAnswers;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwareTrainingTest {
    private static final Dataset TRAINING = Learners.separable(120, 1);
    private static final Dataset OTHERS = Learners.separable(90, 2);
    private static final TrainingData DATA = new TrainingData(TRAINING, OTHERS);
    private static final QuantizationSettings INT8 =
            QuantizationSettings.defaults().withWeightBits(8);
    private static final DistillationSettings DISTILLATION = new DistillationSettings(2, 0.5);
    private static final TrainingSettings SETTINGS = TrainingSettings.aware()
            .withEpochs(6)
            .withBatch(16)
            .withLearningRate(0.01)
            .withAugmentation(Augmentation.none())
            .withSeed(5);

    /** So coarse that rounding hurts even on data that are easy to learn. */
    private static final QuantizationSettings COARSE = QuantizationSettings.defaults()
            .withWeightBits(4)
            .withAll(layer -> layer.withStateBits(4).withActivationBits(6));

    @Test
    void learningOnLowersTheLossOfCoarseIntegersOnOtherAnimals() {
        var start = distilled();
        double plain = loss(start, COARSE);
        double aware = loss(aware(start, COARSE, 12).model(), COARSE);
        assertThat(aware).isLessThan(0.5 * plain);
    }

    @Test
    void whatIsToldOfTheHeldOutWindowsIsWhatTheIntegersSay() {
        var aware = aware(distilled(), COARSE, 2);
        var last = aware.record().epochs().getLast();
        assertThat(last.heldOutLoss()).isCloseTo(loss(aware.model(), COARSE), within(1e-6));
        var graph = Quantizer.quantize(aware.model(), TRAINING, COARSE);
        int[] answers = FixedAnswers.classes(graph, OTHERS, OTHERS.allIndices(), JobMonitor.unwatched());
        assertEquals(
                Scores.mcc(ConfusionMatrix.of(Predictions.of(OTHERS, OTHERS.allIndices(), answers))),
                last.heldOutMcc());
    }

    /** At this rate weights would otherwise outgrow the four bits that they have. */
    @Test
    void narrowInputWeightsStayWithinWhatAShiftCanHold() {
        var narrow = QuantizationSettings.defaults().withWeightBits(4);
        var start = distilled();
        var data = new TrainingData(TRAINING, TRAINING.only(new int[0]));
        float[][] soft = soft(start);
        var fast = SETTINGS.withLearningRate(0.1).withEpochs(4);
        var model = Distillation.aware(data, start, fast, DISTILLATION, soft, narrow, _ -> {}, JobMonitor.unwatched())
                .model();
        assertEquals(4, Quantizer.quantize(model, TRAINING, narrow).weightBits());
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        var start = distilled();
        assertArrayEquals(
                ModelFile.bytes(aware(start, INT8, 2).model()),
                ModelFile.bytes(aware(start, INT8, 2).model()));
    }

    @Test
    void oneThatWasEndedGoesOnAfterItsLastEpochAndEndsWithTheSameBytes(@TempDir Path folder) {
        var start = Learners.student(8, 16, new Random(3));
        var shelf = ModelShelf.at(folder);
        var heard = new ArrayList<Integer>();
        Distillation.aware(
                DATA,
                start,
                SETTINGS.withEpochs(4),
                DISTILLATION,
                soft(start),
                INT8,
                shelf,
                epoch -> heard.add(epoch.epoch()),
                endedAfter(2, heard));
        assertEquals(List.of(1, 2), heard);
        assertThat(shelf.checkpoints()).singleElement().satisfies(kept -> {
            assertEquals(2, kept.epoch());
            assertEquals(4, kept.epochs());
        });
        var steps = new ArrayList<Double>();
        var goneOn = Distillation.aware(
                DATA, start, SETTINGS.withEpochs(4), DISTILLATION, soft(start), INT8, shelf, _ -> {}, hearing(steps));
        assertEquals(0.5, steps.getFirst()); // half of the steps were made before
        var undisturbed = aware(start, INT8, 4);
        assertArrayEquals(ModelFile.bytes(undisturbed.model()), ModelFile.bytes(goneOn.model()));
        assertEquals(undisturbed.record().epochs(), goneOn.record().epochs());
        assertThat(shelf.checkpoints()).isEmpty();
    }

    @Test
    void whatIsKeptOfOneWidthIsNotTakenForAnother(@TempDir Path folder) {
        var start = Learners.student(8, 16, new Random(3));
        var shelf = ModelShelf.at(folder);
        var heard = new ArrayList<Integer>();
        var settings = SETTINGS.withEpochs(2);
        Distillation.aware(
                DATA,
                start,
                settings,
                DISTILLATION,
                soft(start),
                INT8,
                shelf,
                epoch -> heard.add(epoch.epoch()),
                endedAfter(1, heard));
        var wide = QuantizationSettings.defaults();
        var other = Distillation.aware(
                DATA, start, settings, DISTILLATION, soft(start), wide, shelf, _ -> {}, JobMonitor.unwatched());
        assertArrayEquals(ModelFile.bytes(aware(start, wide, 2).model()), ModelFile.bytes(other.model()));
    }

    private static JobMonitor endedAfter(int epochs, List<Integer> heard) {
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                // epochs are heard elsewhere
            }

            @Override
            public boolean cancelled() {
                return heard.size() >= epochs;
            }
        };
    }

    private static JobMonitor hearing(List<Double> fractions) {
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                fractions.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /** With 16-bit weights the integers are so fine that the loss must fall along the float network's own gradient. */
    @Test
    void atSixteenBitsTheGradientIsThatOfTheFloatStudent() {
        assertSameGradient(Learners.student(8, 16, new Random(3)));
    }

    @Test
    void withAnInputPerceptronToo() {
        assertSameGradient(Learners.student(6, 8, 16, new Random(3)));
        var start = Learners.student(6, 6, 16, new Random(4)); // the tag has 8 units
        assertEquals(start.spec(), aware(start, INT8, 1).model().spec());
    }

    private static void assertSameGradient(StudentModel start) {
        var engine = LearningEngine.start();
        var targets = Targets.hard(3, TRAINING.labels(TRAINING.allIndices()), false);
        var loss = new DistillationLoss(DistillationSettings.hardLabels(), targets);
        int[] rows = {0, 1, 2, 3, 4, 5, 6, 7};
        var every = new Augmentation(true, 8, 14, 17, 0.1, 0.02, 0.2);
        var looks = List.of(Presentation.plain(rows), Presentation.drawn(every, new SplittableRandom(1), rows, 16));
        try (var integer = new AwareLearner(engine, start, DATA, loss, QuantizationSettings.defaults());
                var real = new FloatLearner(
                        engine, start.spec(), DATA, start.normalization(), loss, new SplittableRandom(0))) {
            System.arraycopy(integer.learnt(), 0, real.learnt(), 0, real.learnt().length);
            for (var shown : looks) {
                var expected = real.gradient(shown);
                var found = integer.gradient(shown);
                assertThat(found.loss()).isCloseTo(expected.loss(), within(0.01));
                assertThat(cosine(expected.values(), found.values())).isGreaterThan(0.999);
            }
        }
    }

    @Test
    void aStudentWhoseUnitsAreFilledUpKeepsItsSize() {
        var start = Learners.student(6, 16, new Random(4)); // the tag has 8 units
        var aware = aware(start, INT8, 1);
        assertEquals(start.spec(), aware.model().spec());
    }

    private static StudentModel distilled() {
        var settings = TrainingSettings.student()
                .withEpochs(25)
                .withBatch(16)
                .withLearningRate(0.02)
                .withAugmentation(Augmentation.none())
                .withSeed(3);
        return Distillation.withoutTeacher(DATA, new StudentShape(8, 8), settings, _ -> {}, JobMonitor.unwatched())
                .model();
    }

    private static Trained<StudentModel> aware(StudentModel start, QuantizationSettings wanted, int epochs) {
        var settings = SETTINGS.withEpochs(epochs);
        return Distillation.aware(
                DATA, start, settings, DISTILLATION, soft(start), wanted, _ -> {}, JobMonitor.unwatched());
    }

    private static float[][] soft(StudentModel start) {
        return Inference.logits(start, TRAINING, TRAINING.allIndices(), JobMonitor.unwatched());
    }

    /** Mean cross entropy of the integers' logits on animals that were not learnt from. */
    private static double loss(StudentModel student, QuantizationSettings wanted) {
        var graph = Quantizer.quantize(student, TRAINING, wanted);
        int[][] logits = FixedAnswers.logits(graph, OTHERS, OTHERS.allIndices(), JobMonitor.unwatched());
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double[] exponents = Arrays.stream(logits[i])
                    .mapToDouble(
                            logit -> Math.exp(graph.format(EdgeName.LOGITS, 0).toReal(logit)))
                    .toArray();
            sum -= Math.log(exponents[OTHERS.windows().get(i).label()]
                    / Arrays.stream(exponents).sum());
        }
        return sum / logits.length;
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            ofA += (double) a[i] * a[i];
            ofB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(ofA * ofB);
    }
}
