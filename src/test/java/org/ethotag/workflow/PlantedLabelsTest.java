package org.ethotag.workflow;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.PlantedHerd;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.ModelNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The generated herd with one bout in twenty labelled wrongly, and students that are really trained, four folds by animal.
 * A measurement, not for every build: it runs with {@code -Dreview.animals=80} and takes minutes.
 */
class PlantedLabelsTest {
    private static final int ANIMALS = Integer.getInteger("review.animals", 0);
    private static final int FIRST = Integer.getInteger("review.first", 100);
    private static final double PRECISION = 0.8;
    private static final long SEED = 7;

    private static final SampleRate RATE = new SampleRate(6.25);
    /** 5.12 s. */
    private static final int LENGTH_SAMPLES = 32;

    private static final int HIDDEN = 16;

    @Test
    void mostOfTheFirstInTheQueueAreLabelledWrongly(@TempDir Path folder) {
        assumeTrue(ANIMALS > 0, "runs with -Dreview.animals=80");
        try (var project = Project.create(folder.resolve("study"), "Herd")) {
            var herd =
                    PlantedHerd.in(project, folder.resolve("raw"), ANIMALS, RATE.hertz(), Duration.ofMinutes(28), SEED);
            var workflow = new Workflow(project);
            var run = workflow.run(step(), JobMonitor.unwatched());
            var list = workflow.doubts(run.id(), ModelNames.STUDENT + " H=" + HIDDEN);
            var first = list.items().subList(0, FIRST);
            long wrong = first.stream()
                    .filter(item -> herd.isWrong(item.session(), item.range()))
                    .count();
            System.out.printf(
                    "%d wrong labels planted in %d windows; of the first %d stretches in the queue %d are wrong%n",
                    herd.size(), list.windows(), FIRST, wrong);
            assertTrue(wrong >= PRECISION * FIRST, wrong + " of " + FIRST + " are wrong");
        }
    }

    private static CrossValidateStep step() {
        return new CrossValidateStep(
                new WindowSettings(LENGTH_SAMPLES, LENGTH_SAMPLES, 1, ""),
                List.of(HIDDEN),
                Students.WITHOUT_DISTILLATION,
                new FoldPlan.Groups(4),
                1.0 / 64,
                TrainingSettings.teacher().withEpochs(1).withThreads(1),
                TrainingSettings.student()
                        .withEpochs(Integer.getInteger("review.epochs", 15))
                        .withThreads(1),
                DistillationSettings.standard(),
                List.of(16),
                new FineTuning(List.of(), TrainingSettings.aware()),
                0);
    }
}
