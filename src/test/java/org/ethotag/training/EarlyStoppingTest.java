package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Datasets;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static final Dataset TRAINING = Learners.separable(180, 1);
    private static final TrainingSettings SETTINGS = TrainingSettings.student()
            .withEpochs(60)
            .withBatch(16)
            .withLearningRate(0.02)
            .withSchedule(Schedule.CONSTANT)
            .withPatience(3);

    @Test
    void trainingEndsAfterSoManyEpochsWithoutALowerLoss() {
        var record = trained(SETTINGS).record();
        var best = record.epochs().stream()
                .min(Comparator.comparingDouble(EpochReport::stoppingLoss))
                .orElseThrow();
        assertThat(record.epochs().size()).isLessThan(SETTINGS.epochs());
        assertEquals(best.epoch(), record.modelEpoch());
        assertEquals(best.epoch() + 3, record.epochs().size());
        assertFalse(record.stopped());
    }

    @Test
    void theWeightsAreThoseOfTheBestEpoch() {
        var stopped = trained(SETTINGS);
        // one epoch fewer than it takes to grow impatient, and the same weights as on the way there
        var shorter = trained(SETTINGS.withEpochs(stopped.record().modelEpoch()));
        assertEquals(shorter.model(), stopped.model());
    }

    @Test
    void animalsKeptAsideAreNotLearntFrom() {
        assertEquals(120, trained(SETTINGS).record().windows());
        var kept = KeptAside.of(TRAINING, 0);
        var learnt = animals(TRAINING, kept.learnt());
        var aside = animals(TRAINING, kept.aside());
        assertEquals(1, aside.size());
        assertThat(learnt).doesNotContainAnyElementsOf(aside).hasSize(2);
    }

    @Test
    void theOnlyAnimalWithAClassIsLearntFrom() {
        var data = Datasets.of("rare", "common")
                .window("a", 0)
                .window("a", 1)
                .window("b", 1)
                .window("c", 1)
                .build();
        for (int seed = 0; seed < 20; seed++) {
            assertThat(animals(data, KeptAside.of(data, seed).learnt())).contains("a");
        }
    }

    @Test
    void oneAnimalCannotBeSpared() {
        var all = TRAINING.allIndices();
        var one = TRAINING.only(IntStream.of(all)
                .filter(i -> TRAINING.windows().get(i).animal().equals("a"))
                .toArray());
        assertThatThrownBy(() -> KeptAside.of(one, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(
                                TrainingProblem.NO_ANIMAL_TO_SPARE,
                                failure.problem().code()));
    }

    private static Set<String> animals(Dataset dataset, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(i -> dataset.windows().get(i).animal())
                .collect(Collectors.toSet());
    }

    private static Trained<StudentModel> trained(TrainingSettings settings) {
        return Distillation.withoutTeacher(
                TrainingData.all(TRAINING), new StudentShape(4, 8), settings, _ -> {}, JobMonitor.unwatched());
    }
}
