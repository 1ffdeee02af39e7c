package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.Weights;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;

/** Data that are few or lopsided and yet can be learnt from: no number that is none, no crash. */
class ScarceDataTest {
    private static final Dataset ALL = Learners.separable(60, 1);
    private static final Dataset OTHERS = Learners.separable(30, 2);
    private static final TrainingSettings SHORT = TrainingSettings.student()
            .withEpochs(2)
            .withBatch(16)
            .withThreads(1)
            .withAugmentation(Augmentation.none());

    @Test
    void oneAnimalIsEnoughToLearnFrom() {
        learns(only(i -> ALL.windows().get(i).animal().equals("a")), SHORT);
    }

    @Test
    void aClassThatNoAnimalToLearnFromHasIsJudgedAllTheSame() {
        var without = only(i -> ALL.windows().get(i).label() != 2);
        for (boolean weighted : new boolean[] {false, true}) {
            learns(without, SHORT.withClassWeights(weighted));
        }
    }

    @Test
    void aClassWithOneWindowIsLearntFromWithAndWithoutWeights() {
        int first = IntStream.range(0, ALL.size())
                .filter(i -> ALL.windows().get(i).label() == 2)
                .findFirst()
                .orElseThrow();
        var lopsided = only(i -> i == first || ALL.windows().get(i).label() != 2);
        for (boolean weighted : new boolean[] {false, true}) {
            learns(lopsided, SHORT.withClassWeights(weighted));
        }
    }

    @Test
    void twoWindowsOfTwoClassesAreTheLeast() {
        learns(only(i -> i < 2), SHORT);
    }

    private static void learns(Dataset training, TrainingSettings settings) {
        var data = new TrainingData(training, OTHERS);
        var shape = new StudentShape(4, 4, 4);
        var student = Distillation.withoutTeacher(data, shape, settings, _ -> {}, JobMonitor.unwatched());
        var teacher = TeacherTraining.train(data, 1.0 / 16, settings, _ -> {}, JobMonitor.unwatched());
        assertSound(student.model().weights(), student.record());
        assertSound(teacher.model().weights(), teacher.record());
        float[][] soft = Inference.logits(teacher.model(), training, training.allIndices(), JobMonitor.unwatched());
        var distilled = Distillation.distil(
                data, shape, settings, DistillationSettings.standard(), soft, _ -> {}, JobMonitor.unwatched());
        assertSound(distilled.model().weights(), distilled.record());
    }

    private static void assertSound(Weights weights, TrainingRecord record) {
        weights.tensors().values().forEach(tensor -> {
            for (float value : tensor.toArray()) {
                assertThat(value).isFinite();
            }
        });
        assertThat(record.epochs()).hasSize(2).allSatisfy(epoch -> {
            assertThat(epoch.trainingLoss()).isFinite();
            assertThat(epoch.heldOutLoss()).isFinite();
            assertThat(epoch.heldOutMcc()).isBetween(-1.0, 1.0);
        });
    }

    private interface Wanted {
        boolean is(int window);
    }

    private static Dataset only(Wanted wanted) {
        return ALL.only(IntStream.range(0, ALL.size()).filter(wanted::is).toArray());
    }
}
