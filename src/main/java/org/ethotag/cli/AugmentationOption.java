package org.ethotag.cli;

import org.ethotag.project.Project;
import org.ethotag.training.Augmentation;
import picocli.CommandLine.Option;

/** How training windows are turned and scaled at random. */
final class AugmentationOption {
    @Option(
            names = "--augment",
            defaultValue = "",
            paramLabel = "WHAT",
            description =
                    "How training windows are turned and scaled at random, as spreads in degrees and as a fraction: "
                            + "half-turns,roll=8,pitch=14,yaw=17,scale=0.1, or none. Default: these, without half-turns where the "
                            + "study knows how its tags sit.")
    private String text = "";

    Augmentation of(Project project, Command command) {
        if (text.isEmpty()) {
            return project.mountings().isEmpty() ? Augmentation.collar() : Augmentation.framed();
        }
        try {
            return Augmentation.parse(text);
        } catch (IllegalArgumentException outOfRange) {
            throw command.usage("--augment: " + outOfRange.getMessage());
        }
    }
}
