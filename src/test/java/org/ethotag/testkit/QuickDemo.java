package org.ethotag.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.demo.Demo;
import org.ethotag.workflow.demo.DemoResult;
import org.ethotag.workflow.demo.DemoSettings;

/** The demo with a herd of three and networks small enough for a test: everything from raw file to receipt, in seconds. */
public final class QuickDemo {
    private static final String CLASSES = "grazing=grazing,walking=walking,resting=resting,other=*";

    private QuickDemo() {}

    /** Three raw files. */
    public static List<Path> files(Path folder) {
        return new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofMinutes(3)))
                .writeAll(folder, JobMonitor.unwatched())
                .subList(0, 3);
    }

    /** Trains, distils, quantizes and flashes; the third animal is held out. */
    public static DemoResult run(Path study, List<Path> files, UserFolder user) {
        return new Demo(study, files, settings(), user).run((_, _) -> {}, JobMonitor.unwatched());
    }

    private static DemoSettings settings() {
        return new DemoSettings(
                new WindowSettings(128, 128, 1, CLASSES),
                Set.of("cow03"),
                1.0 / 16,
                TrainingSettings.teacher().withEpochs(1),
                StudentShape.of(4),
                TrainingSettings.student().withEpochs(1));
    }
}
