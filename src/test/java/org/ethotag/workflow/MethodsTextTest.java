package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.Augmentation;
import org.ethotag.training.Optimiser;
import org.ethotag.training.SettingsText;
import org.ethotag.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodsTextTest {
    private static final TrainingSettings USUAL = TrainingSettings.teacher().withThreads(1);

    @TempDir
    Path folder;

    @Test
    void whatIsUsualIsSaidInFull() throws IOException {
        assertThat(methods("teacher", USUAL, Map.of()))
                .contains(
                        "AdamW (peak rate 0.001, one cycle, weight decay 0.01), 20 epochs of batches of 64, no class weights,"
                                + " turns drawn anew each time (half turns, roll 8, pitch 14, yaw 17 degrees, scale 0.1), seed 0, 1"
                                + " thread")
                .doesNotContain("kept aside", "frame that the herd shares", "noise");
    }

    @Test
    void earlyStoppingNoiseAndClassWeightsAreSaid() throws IOException {
        var settings = USUAL.withPatience(4)
                .withClassWeights(true)
                .withOptimiser(Optimiser.SGD)
                .withAugmentation(Augmentation.none().with(0.02, 0.1));
        assertThat(methods("teacher", settings, Map.of()))
                .contains("gradient descent with Nesterov's momentum of 0.9", "at most 20 epochs")
                .contains("ended early after 4 epochs without a lower loss on about a fifth of the training animals")
                .contains("classes weighted by their inverse frequency", "noise 0.02 g, pace 0.1)");
    }

    @Test
    void mountingFramesAreSaidOnceForEachTag() throws IOException {
        assertThat(methods("teacher", USUAL, Map.of("frame cow1", "90.0,0.0,0.0", "frame cow2", "0.0,0.0,0.0")))
                .contains("Acceleration of 2 deployments was turned")
                .doesNotContain("every fold");
        assertThat(methods(
                        "crossvalidation",
                        USUAL,
                        Map.of("frame 1 cow1", "90.0,0.0,0.0", "frame 2 cow1", "0.0,0.0,0.0")))
                .contains("Acceleration of 1 deployment was turned", "training animals alone");
    }

    private String methods(String kind, TrainingSettings training, Map<String, String> frames) throws IOException {
        var study = folder.resolve("study " + kind + frames.size() + training.patience());
        SampleStudy.createRecorded(study, "Study", folder.resolve("raw " + kind + frames.size() + training.patience()));
        try (var project = Project.open(study)) {
            var settings = new HashMap<>(SettingsText.of("teacher", training));
            settings.putAll(frames);
            settings.put("windows.length", "51");
            settings.put("animals.learnt", "cow1,cow2");
            project.saveRun(
                    new RunManifest("run-1", kind, Instant.EPOCH, settings, Map.of(), 0, Map.of()),
                    Map.of(),
                    List.of());
            return new Workflow(project).methods("run-1");
        }
    }
}
