package org.ethotag.workflow.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that learnt from every animal can only flatter itself; a model that left one out is believed about that one. */
class RunResultsTest {
    private static final WindowSettings WINDOWS = new WindowSettings(128, 2048, 1, "");

    @TempDir
    private Path folder;

    @Test
    void answersForAnimalsThatWereLearntFromAreMarkedAsInSample() throws Exception {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        try (var project = Project.open(folder.resolve("study"))) {
            var all = train(project, Set.of());
            assertEquals(Provenance.IN_SAMPLE, all.provenance());
            assertThat(all.comparison().protocol()).contains("cow1, cow2, cow3");
            assertEquals(List.of("labels", "teacher"), all.titles());
            assertEquals(3, all.comparison().animals().size());

            var heldOut = train(project, Set.of("cow3"));
            assertEquals(Provenance.HELD_OUT, heldOut.provenance());
            assertEquals(List.of("cow3"), heldOut.comparison().animals());

            // windows of 128 of 25 samples a second; the label's budget of the windows is their share per class
            var truth = heldOut.results(project, "labels", JobMonitor.unwatched());
            assertEquals(Provenance.LABELS, truth.provenance());
            var budget = TimeBudget.of(truth.codes(), truth.timelines());
            double seconds = heldOut.comparison().windows().size() * 128 / 25.0;
            assertEquals(seconds, budget.labelled("cow3").toMillis() / 1000.0, 0.01);
        }
    }

    private static RunResults train(Project project, Set<String> heldOut) {
        var run = new Workflow(project)
                .run(
                        new TrainTeacherStep(
                                WINDOWS,
                                heldOut,
                                1.0 / 16,
                                TrainingSettings.teacher().withEpochs(1).withThreads(1)),
                        (_, _) -> {},
                        JobMonitor.unwatched());
        return RunResults.of(project, run.id(), JobMonitor.unwatched());
    }
}
