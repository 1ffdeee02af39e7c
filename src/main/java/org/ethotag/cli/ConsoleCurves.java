package org.ethotag.cli;

import java.util.Locale;
import java.util.function.Consumer;
import org.ethotag.training.EpochReport;
import org.ethotag.workflow.LearningWatcher;

/** One line per epoch. */
record ConsoleCurves(Consumer<String> lines) implements LearningWatcher {
    @Override
    public void epoch(String model, EpochReport report) {
        var held = Double.isNaN(report.heldOutMcc())
                ? ""
                : String.format(
                        Locale.ROOT, ", held out: loss %.3f, MCC %.3f", report.heldOutLoss(), report.heldOutMcc());
        lines.accept(String.format(
                Locale.ROOT,
                "%s, epoch %d of %d: loss %.3f%s",
                model,
                report.epoch(),
                report.epochs(),
                report.trainingLoss(),
                held));
    }
}
