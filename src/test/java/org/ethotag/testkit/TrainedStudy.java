package org.ethotag.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.LearningWatcher;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.Workflow;

/** A study of three recorded animals with a small teacher and students, trained for real but not for long. */
public final class TrainedStudy {
    private static final int LENGTH_SAMPLES = 128;
    /** Few windows: a test looks at every one of them, many times. */
    private static final int STRIDE_SAMPLES = 1024;

    private static final int HIDDEN = 12;
    private static final double WIDTH = 1.0 / 16;

    private TrainedStudy() {}

    /** Makes it; the third animal is held out. */
    public static void create(Path folder, Path rawFiles) {
        try {
            SampleStudy.createRecorded(folder, "Study", rawFiles);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try (var project = Project.open(folder)) {
            var workflow = new Workflow(project);
            LearningWatcher nobody = (_, _) -> {};
            var teacher = workflow.run(
                    new TrainTeacherStep(
                            new WindowSettings(LENGTH_SAMPLES, STRIDE_SAMPLES, 1, ""),
                            Set.of("cow3"),
                            WIDTH,
                            TrainingSettings.teacher().withEpochs(1).withThreads(1)),
                    nobody,
                    JobMonitor.unwatched());
            workflow.run(
                    new DistilStep(
                            teacher.id(),
                            StudentShape.of(HIDDEN),
                            DistillationSettings.standard(),
                            TrainingSettings.student().withEpochs(6).withThreads(1)),
                    nobody,
                    JobMonitor.unwatched());
        }
    }
}
