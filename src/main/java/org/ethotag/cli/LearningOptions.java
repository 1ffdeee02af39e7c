package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethotag.project.Project;
import org.ethotag.training.Augmentation;
import org.ethotag.training.Schedule;
import org.ethotag.training.TrainingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How networks learn, for teachers and students alike. */
final class LearningOptions {
    @Option(
            names = "--augment",
            defaultValue = "",
            paramLabel = "WHAT",
            description =
                    "How training windows are turned and changed at random, as spreads in degrees and as fractions: "
                            + "half-turns,roll=8,pitch=14,yaw=17,scale=0.1, or none. Default: these, without "
                            + "half-turns where the study knows how its tags sit.")
    private String augment = "";

    @Option(names = "--batch", description = "Windows per step (default: 64).")
    private @Nullable Integer batch;

    @Option(names = "--schedule", description = "How the rate changes: constant, cosine or one-cycle (default).")
    private @Nullable String schedule;

    @Option(names = "--class-weights", description = "Let rare classes count more.")
    private boolean classWeights;

    @Option(
            names = "--with",
            paramLabel = "SETTING=VALUE",
            description = "Any setting of the step by its name in manifests and logs, after all other options.")
    private Map<String, String> with = new LinkedHashMap<>();

    /** Settings that have no option of their own, by name. */
    Map<String, String> with() {
        return Map.copyOf(with);
    }

    TrainingSettings of(TrainingSettings standard, Project project, Command command) {
        var settings = standard.withClassWeights(classWeights).withAugmentation(augmentation(project, command));
        if (schedule != null) {
            settings = settings.withSchedule(schedule(schedule, command));
        }
        if (batch == null) {
            return settings;
        }
        if (batch < 2) {
            throw command.usage("--batch is at least 2");
        }
        return settings.withBatch(batch);
    }

    private static Schedule schedule(String name, Command command) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "constant" -> Schedule.CONSTANT;
            case "cosine" -> Schedule.COSINE;
            case "one-cycle" -> Schedule.ONE_CYCLE;
            default -> throw command.usage("--schedule is constant, cosine or one-cycle, not " + name);
        };
    }

    private Augmentation augmentation(Project project, Command command) {
        if (augment.isEmpty()) {
            return Augmentation.standard(!project.mountings().isEmpty());
        }
        try {
            return Augmentation.parse(augment);
        } catch (IllegalArgumentException outOfRange) {
            throw command.usage("--augment: " + outOfRange.getMessage());
        }
    }
}
