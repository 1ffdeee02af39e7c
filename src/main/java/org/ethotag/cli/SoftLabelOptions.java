package org.ethotag.cli;

import java.util.List;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.SoftLabelSource.Way;
import picocli.CommandLine.Option;

/** Who says the soft labels. */
final class SoftLabelOptions {
    @Option(
            names = "--soft-labels",
            defaultValue = "in-fold",
            paramLabel = "HOW",
            description =
                    "in-fold (teachers label the windows that they learnt from), or out-of-fold (every animal is "
                            + "labelled by teachers that never saw it; one more teacher per animal; default: ${DEFAULT-VALUE}).")
    private String way = "";

    @Option(
            names = "--teacher-seeds",
            split = ",",
            paramLabel = "N,N",
            description = "An ensemble: one teacher for each of these seeds, their softened probabilities averaged.")
    private List<Long> teacherSeeds = List.of();

    @Option(
            names = "--unlabelled",
            description = "Distilled students learn from sessions without any label, too, as the teachers label them; "
                    + "never from those of an animal that is judged.")
    private boolean unlabelled;

    SoftLabelSource source(Command command) {
        if (teacherSeeds.stream().distinct().count() < teacherSeeds.size()) {
            throw command.usage("--teacher-seeds is one or several numbers with commas between, each once");
        }
        var chosen = switch (way) {
            case "in-fold" -> Way.IN_FOLD;
            case "out-of-fold" -> Way.OUT_OF_FOLD;
            default -> throw command.usage("--soft-labels is in-fold or out-of-fold, not " + way);
        };
        return new SoftLabelSource(chosen, teacherSeeds, unlabelled);
    }
}
