package org.ethotag.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.training.StudentForm;
import org.ethotag.workflow.sweep.SweepCell;
import org.ethotag.workflow.sweep.SweepOutcome;
import org.ethotag.workflow.sweep.SweepResult;

/** What the methods paragraph of a sweep says besides windows, protocol and teachers. */
final class SweepMethods {
    private SweepMethods() {}

    /** @param settings of the sweep's manifest */
    static String sentences(Map<String, String> settings, SweepResult result) {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Students are one GRU layer of %s units%s, with labels of %s of the animals that were"
                        + " learnt from; those with labels follow the one held out in a circle, so that each lends its labels"
                        + " equally often. Students listened to: %s. All teachers made about %s steps and all students about %s,"
                        + " whatever the number of windows.",
                list(result.hidden()),
                StudentForm.parse(settings).words(),
                result.shares().stream().map(share -> share.text()).collect(Collectors.joining(", ")),
                result.series().stream().map(SweepResult.Series::words).collect(Collectors.joining("; ")),
                settings.getOrDefault("sweep.teacherSteps", "?"),
                settings.getOrDefault("sweep.studentSteps", "?")));
        text.append(String.format(
                Locale.ROOT,
                " Matthews correlation coefficients, mean and spread over seeds %s:",
                list(result.seeds())));
        text.append(result.outcomes().stream()
                .filter(outcome -> outcome.spread().isPresent())
                .map(SweepMethods::score)
                .collect(Collectors.joining("; ", " ", ".")));
        if (!result.enoughSeeds()) {
            text.append(" With fewer than ")
                    .append(SeedSpread.FEWEST_SEEDS)
                    .append(" seeds nothing may be called better.");
        }
        return text.toString();
    }

    private static String score(SweepOutcome outcome) {
        SweepCell cell = outcome.cell();
        var spread = outcome.spread().orElseThrow();
        return String.format(Locale.ROOT, "%s %.3f +- %.3f", cell.title(), spread.mean(), spread.spread());
    }

    private static String list(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
