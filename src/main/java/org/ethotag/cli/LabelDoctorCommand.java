package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.review.ReviewItem;
import org.ethotag.workflow.LabelExamination;
import org.ethotag.workflow.LabelExamination.Effect;
import org.ethotag.workflow.LabelExamination.Finding;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.RunKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag label-doctor}: what speaks against labels. */
@picocli.CommandLine.Command(
        name = "label-doctor",
        description =
                "Looks for bouts that are probably labelled wrongly: contradicted by models that never saw the animal, "
                        + "too lively or too still for their label, or labelled twice by overlapping recordings of one animal.")
final class LabelDoctorCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(
            names = "--run",
            defaultValue = "",
            paramLabel = "RUN",
            description =
                    "A cross-validation (default: the newest; without any only what needs no model is looked for).")
    private String run = "";

    @Option(
            names = "--top",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int top;

    @Override
    public Integer call() {
        if (top < 1) {
            throw usage("--top is at least 1");
        }
        try (var project = study.open()) {
            var found = new Workflow(project).examineLabels(run.isEmpty() ? newest(project) : run, monitor());
            answer(document(found), words(found));
        }
        return DONE;
    }

    private static String newest(Project project) {
        return project.runs().stream()
                .filter(one -> one.kind().equals(RunKind.CROSSVALIDATION.id()))
                .reduce((_, last) -> last)
                .map(RunManifest::id)
                .orElse("");
    }

    private Map<String, Object> document(LabelExamination found) {
        var document = new LinkedHashMap<String, Object>();
        document.put("bouts", found.bouts());
        document.put("run", found.run());
        document.put("model", found.model());
        document.put("listed", found.findings().size());
        document.put(
                "findings",
                found.findings().stream()
                        .limit(top)
                        .map(LabelDoctorCommand::row)
                        .toList());
        document.put(
                "scores", found.effects().stream().map(LabelDoctorCommand::row).toList());
        return document;
    }

    private static Map<String, Object> row(Finding finding) {
        var row = new LinkedHashMap<String, Object>();
        row.put("session", finding.bout().sessionName());
        row.put("animal", finding.bout().animal());
        row.put("from", finding.bout().bout().range().from());
        row.put("to", finding.bout().bout().range().to());
        row.put("label", finding.bout().bout().behaviour());
        row.put("reasons", reasons(finding));
        return row;
    }

    private static Map<String, Object> row(Effect effect) {
        var row = new LinkedHashMap<String, Object>();
        row.put("model", effect.model());
        row.put("mcc", effect.all());
        row.put("mccWithoutSigns", effect.withoutSigns());
        row.put("windowsWithSigns", effect.signWindows());
        row.put("mccWithoutListed", effect.withoutFindings());
        row.put("windowsListed", effect.findingWindows());
        return row;
    }

    private static List<String> reasons(Finding finding) {
        var reasons = new ArrayList<String>();
        finding.signs().forEach(sign -> reasons.add(sign.words()));
        finding.contradictions().forEach(item -> reasons.add(words(item)));
        return reasons;
    }

    private static String words(ReviewItem item) {
        return String.format(
                Locale.ROOT,
                "a model that never saw the animal says %s (%.0f %% sure, %d windows)",
                item.suggested(),
                100 * item.suggestedProbability(),
                item.windows());
    }

    private String words(LabelExamination found) {
        var text = new StringBuilder();
        int number = 1;
        for (Finding finding : found.findings().stream().limit(top).toList()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%2d. %s of animal %s in %s: %s%n",
                    number++,
                    finding.bout().bout().behaviour(),
                    finding.bout().animal(),
                    finding.bout().sessionName(),
                    reasons(finding).stream().collect(Collectors.joining("; "))));
        }
        text.append(String.format(
                "%d of %d bouts have something against them.%n",
                found.findings().size(), found.bouts()));
        if (!found.run().isEmpty() && found.model().isEmpty()) {
            text.append(found.run()
                            + " kept no probabilities, so no model was asked; cross-validate once more for that.")
                    .append(System.lineSeparator());
        }
        if (!found.effects().isEmpty()) {
            var table = new TextTable("model", "MCC", "without doubled, nested, implausible", "without all listed");
            found.effects()
                    .forEach(effect -> table.row(
                            effect.model(),
                            decimal(effect.all()),
                            decimal(effect.withoutSigns()),
                            decimal(effect.withoutFindings())));
            var first = found.effects().getFirst();
            text.append(System.lineSeparator())
                    .append(table)
                    .append(String.format(
                            "Judged again without %d and %d windows; nothing was learnt anew. The last column leaves out what a"
                                    + " model contradicted, so it is higher by construction.%n",
                            first.signWindows(), first.findingWindows()));
        }
        return text.toString();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
