package org.ethotag.cli;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.workflow.UnfinishedStep;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag unfinished}: learning that the program did not survive. */
@picocli.CommandLine.Command(
        name = "unfinished",
        description = "Lists trainings that did not come to their end, because the program was ended, and takes one up "
                + "after its last whole epoch, or forgets it.")
final class UnfinishedCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @ArgGroup
    private Choice choice = new Choice();

    /** At most one of them. */
    private static final class Choice {
        @Option(names = "--resume", paramLabel = "STEP", description = "Goes on with this step of the list.")
        private @Nullable Long resume;

        @Option(
                names = "--discard",
                paramLabel = "STEP",
                description = "Forgets this step of the list and the epochs that are kept of it.")
        private @Nullable Long discard;
    }

    @Override
    public Integer call() {
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            if (choice.resume != null) {
                var run = workflow.resume(workflow.unfinished(choice.resume), new ConsoleCurves(this::note), monitor());
                answer(RunReport.document(run, workflow), RunReport.words(run, workflow));
            } else if (choice.discard != null) {
                workflow.discard(workflow.unfinished(choice.discard));
                answer(Map.of("discarded", choice.discard), "Step " + choice.discard + " is forgotten.");
            } else {
                list(workflow.unfinished(), project.readOnly());
            }
        }
        return DONE;
    }

    private void list(List<UnfinishedStep> steps, boolean openElsewhere) {
        var table = new TextTable("step", "what", "seed", "began", "kept");
        for (UnfinishedStep unfinished : steps) {
            table.row(
                    String.valueOf(unfinished.step().number()),
                    unfinished.step().kind().word(),
                    seed(unfinished),
                    unfinished.step().began().truncatedTo(ChronoUnit.SECONDS).toString(),
                    unfinished.epoch() == 0
                            ? "finished parts"
                            : "epoch " + unfinished.epoch() + " of " + unfinished.epochs());
        }
        var words = steps.isEmpty()
                ? "Every training came to its end."
                : table
                        + (openElsewhere
                                ? "The study is open elsewhere: one of them may be under way there."
                                : "Go on with one: ethotag unfinished STUDY --resume STEP. Forget it: --discard STEP.");
        answer(
                Map.of(
                        "unfinished",
                        steps.stream().map(UnfinishedCommand::document).toList()),
                words);
    }

    private static String seed(UnfinishedStep unfinished) {
        var step = unfinished.step();
        return step.setting("student.seed").isEmpty() ? step.setting("teacher.seed") : step.setting("student.seed");
    }

    private static Map<String, Object> document(UnfinishedStep unfinished) {
        var document = new LinkedHashMap<String, Object>();
        document.put("step", unfinished.step().number());
        document.put("kind", unfinished.step().kind().word());
        document.put("began", unfinished.step().began().toString());
        document.put("epoch", unfinished.epoch());
        document.put("epochs", unfinished.epochs());
        document.put("settings", unfinished.step().settings());
        return document;
    }
}
