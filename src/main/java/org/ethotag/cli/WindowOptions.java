package org.ethotag.cli;

import org.ethotag.workflow.WindowSettings;
import picocli.CommandLine.Option;

/** How a study is cut into windows. */
final class WindowOptions {
    @Option(names = "--samples", defaultValue = "256", description = "Samples per window (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--stride",
            defaultValue = "0",
            description = "From one training window to the next; 0 means that they do not overlap. "
                    + "Windows that are judged never overlap.")
    private int stride;

    @Option(
            names = "--purity",
            defaultValue = "1.0",
            description = "Least share of samples with the window's class (default: ${DEFAULT-VALUE}).")
    private double purity;

    @Option(
            names = "--classes",
            defaultValue = "",
            description = "Classes and their behaviours, for example grazing=Grazing,resting=Resting+Standing,other=*; "
                    + "default: one class per behaviour.")
    private String classes = "";

    WindowSettings settings(Command command) {
        if (samples < 1 || stride < 0 || !(purity > 0 && purity <= 1)) {
            throw command.usage("--samples is at least 1, --stride at least 0, --purity above 0 and at most 1");
        }
        return new WindowSettings(samples, stride == 0 ? samples : stride, purity, classes);
    }
}
