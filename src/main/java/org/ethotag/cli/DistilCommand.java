package org.ethotag.cli;

import java.util.List;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.Workflow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag distil}: the students, with and without the teacher. */
@picocli.CommandLine.Command(
        name = "distil",
        description =
                "Trains a student with a teacher's help, and one without for comparison, and keeps both as a run.")
final class DistilCommand extends Command {
    /** Far more than any tag has memory for. */
    static final int MOST_UNITS = 1024;

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--teacher", required = true, paramLabel = "RUN", description = "The teacher's run.")
    private String teacher = "";

    @Option(names = "--hidden", defaultValue = "32", description = "Units of the GRU (default: ${DEFAULT-VALUE}).")
    private int hidden;

    @Mixin
    private StudentOptions students = new StudentOptions();

    @Option(names = "--temperature", paramLabel = "T", description = "Softens the teacher's answers.")
    private double temperature = DistillationSettings.standard().temperature();

    @Option(names = "--alpha", paramLabel = "A", description = "Share of the hard labels, 0 to 1.")
    private double alpha = DistillationSettings.standard().alpha();

    @Option(names = "--epochs", description = "Times that every window is shown.")
    private int epochs = TrainingSettings.student().epochs();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private SoftLabelOptions softLabels = new SoftLabelOptions();

    @Option(
            names = "--quantization-aware",
            description =
                    "The distilled student also learns on with exactly the integers of --weights; quantize it with "
                            + "the same width.")
    private boolean aware;

    @Option(names = "--weights", defaultValue = "8", description = "Width for --quantization-aware: 16 or 8.")
    private int weights;

    @Option(names = "--aware-epochs", description = "Epochs of learning on.")
    private int awareEpochs = TrainingSettings.aware().epochs();

    @Option(names = "--seed", defaultValue = "0", description = "Decides all that is random.")
    private long seed;

    @Override
    public Integer call() {
        if (hidden < 1 || hidden > MOST_UNITS || epochs < 1) {
            throw usage("--hidden is 1 to " + MOST_UNITS + ", --epochs at least 1");
        }
        if (!(temperature > 0 && Double.isFinite(temperature)) || !(alpha >= 0 && alpha <= 1)) {
            throw usage("--temperature is above 0, --alpha 0 to 1");
        }
        if ((weights != Byte.SIZE && weights != Short.SIZE) || awareEpochs < 1) {
            throw usage("--weights is 16 or 8, --aware-epochs at least 1");
        }
        var form = students.form(this);
        try (var project = study.open()) {
            var asked = new DistilStep(
                    teacher,
                    form.shape(hidden),
                    new DistillationSettings(temperature, alpha),
                    learning.of(TrainingSettings.student(), project, this)
                            .withEpochs(epochs)
                            .withSeed(seed),
                    new FineTuning(
                            aware ? List.of(weights) : List.of(),
                            learning.of(TrainingSettings.aware(), project, this)
                                    .withEpochs(awareEpochs)
                                    .withSeed(seed)),
                    softLabels.source(this));
            var step = StepSettings.changed(asked, learning.with());
            var workflow = new Workflow(project);
            var run = workflow.run(step, new ConsoleCurves(this::note), monitor());
            answer(RunReport.document(run, workflow), RunReport.words(run, workflow));
        }
        return DONE;
    }
}
