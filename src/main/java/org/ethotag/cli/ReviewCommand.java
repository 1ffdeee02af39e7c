package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.review.ReviewItem;
import org.ethotag.workflow.ReviewList;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.run.RunKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag review}: which labels should be looked at again. */
@picocli.CommandLine.Command(
        name = "review",
        description = "Lists the labels that models contradict on animals they never saw, the most doubtful first.")
final class ReviewCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(
            names = "--run",
            defaultValue = "",
            paramLabel = "RUN",
            description = "A cross-validation (default: the newest).")
    private String run = "";

    @Option(
            names = "--model",
            defaultValue = "",
            paramLabel = "NAME",
            description = "One of its models, for example \"teacher\" or \"distilled H=32\" (default: the best).")
    private String model = "";

    @Option(
            names = "--top",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int top;

    @Override
    public Integer call() {
        if (top < 1) {
            throw usage("--top is at least 1");
        }
        try (var project = study.open()) {
            var list = new Workflow(project).doubts(run.isEmpty() ? newest(project) : run, model);
            answer(document(list), words(project, list));
        }
        return DONE;
    }

    private static String newest(Project project) {
        return project.runs().stream()
                .filter(one -> one.kind().equals(RunKind.CROSSVALIDATION.id()))
                .reduce((_, last) -> last)
                .map(RunManifest::id)
                .orElseThrow(() -> new ProblemException(WorkflowProblem.NO_CROSSVALIDATION, project.name()));
    }

    private Map<String, Object> document(ReviewList list) {
        var document = new LinkedHashMap<String, Object>();
        document.put("run", list.run());
        document.put("model", list.model());
        document.put("windows", list.windows());
        document.put("expectedWrongWindows", list.expectedErrors());
        document.put("leftOutChanged", list.changed());
        document.put("leftOutGone", list.gone());
        document.put("listed", list.items().size());
        document.put(
                "items",
                list.items().stream().limit(top).map(ReviewCommand::row).toList());
        return document;
    }

    private static Map<String, Object> row(ReviewItem item) {
        var row = new LinkedHashMap<String, Object>();
        row.put("session", item.session());
        row.put("animal", item.animal());
        row.put("from", item.range().from());
        row.put("to", item.range().to());
        row.put("label", item.label());
        row.put("suggested", item.suggested());
        row.put("reason", item.reason().name().toLowerCase(Locale.ROOT));
        row.put("labelProbability", item.labelProbability());
        row.put("suggestedProbability", item.suggestedProbability());
        row.put("windows", item.windows());
        return row;
    }

    private String words(Project project, ReviewList list) {
        var table = new TextTable("session", "animal", "from s", "to s", "label", "rather", "sure", "windows", "why");
        for (ReviewItem item : list.items().stream().limit(top).toList()) {
            var session = project.session(item.session());
            double rate = session.map(one -> one.rate().hertz()).orElse(1.0);
            table.row(
                    session.map(Session::name).orElse(item.session()),
                    item.animal(),
                    seconds(item.range().from() / rate),
                    seconds(item.range().to() / rate),
                    item.label(),
                    item.suggested(),
                    String.format(Locale.ROOT, "%.2f", item.suggestedProbability()),
                    String.valueOf(item.windows()),
                    switch (item.reason()) {
                        case BOUT_CONTRADICTED -> "whole bout";
                        case PART_CONTRADICTED -> "part of a bout";
                        case UNSURE -> "unsure";
                        case OVERLAPPING -> "overlapping";
                        case IMPLAUSIBLE -> "implausible";
                    });
        }
        return table
                + String.format(
                        Locale.ROOT,
                        "%d stretches by %s of %s, which never saw the animal it judges. It judged %d windows; by its own"
                                + " count %.0f of them may be labelled wrongly.%s",
                        list.items().size(),
                        list.model(),
                        list.run(),
                        list.windows(),
                        list.expectedErrors(),
                        leftOut(list));
    }

    private static String leftOut(ReviewList list) {
        return list.changed() + list.gone() == 0
                ? ""
                : " Left out: " + list.changed() + " windows whose label has changed since, " + list.gone()
                        + " whose session is gone.";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
