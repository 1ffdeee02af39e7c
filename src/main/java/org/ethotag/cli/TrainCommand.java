package org.ethotag.cli;

import java.util.Set;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.Workflow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag train}: the teacher. */
@picocli.CommandLine.Command(
        name = "train",
        description = "Trains the teacher, a residual network, and keeps it as a run.")
final class TrainCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Mixin
    private AsideOption aside = new AsideOption();

    @Option(names = "--architecture", defaultValue = "resnet", description = "resnet (Wang, Yan, Oates 2017).")
    private String architecture = "";

    @Option(names = "--width", defaultValue = "1", description = "Width of the network, 1 is the published size.")
    private double width;

    @Option(names = "--epochs", description = "Times that every window is shown.")
    private int epochs = TrainingSettings.teacher().epochs();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--seed", defaultValue = "0", description = "Decides all that is random.")
    private long seed;

    @Option(
            names = "--hold-out",
            split = ",",
            paramLabel = "A,B",
            description = "Animals to judge on and never to learn from.")
    private Set<String> holdOut = Set.of();

    @Override
    public Integer call() {
        if (!architecture.equals("resnet") || epochs < 1 || !(width > 0 && width <= 1)) {
            throw usage("--architecture is resnet, --epochs at least 1, --width above 0 and at most 1");
        }
        var rule = aside.rule(this);
        try (var project = study.open()) {
            var settings = learning.of(TrainingSettings.teacher(), project, this)
                    .withEpochs(epochs)
                    .withSeed(seed);
            var step = StepSettings.changed(
                    new TrainTeacherStep(windows.settings(this).withAside(rule), holdOut, width, settings),
                    learning.with());
            var workflow = new Workflow(project);
            var run = workflow.run(step, new ConsoleCurves(this::note), monitor());
            answer(RunReport.document(run, workflow), RunReport.words(run, workflow));
        }
        return DONE;
    }
}
