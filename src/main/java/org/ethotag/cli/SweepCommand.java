package org.ethotag.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ethotag.dataset.LabelShare;
import org.ethotag.file.WholeFile;
import org.ethotag.picture.Picture;
import org.ethotag.project.Project;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.SweepStep;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.sweep.SweepChart;
import org.ethotag.workflow.sweep.SweepGrid;
import org.ethotag.workflow.sweep.SweepResult;
import org.ethotag.workflow.sweep.SweepSource;
import org.ethotag.workflow.sweep.SweepTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag sweep}: where distillation pays. */
@picocli.CommandLine.Command(
        name = "sweep",
        description =
                "Tries students over sizes, labelled animals and sources of soft labels, leaving one animal out at a "
                        + "time, and says what the teacher adds to the same students without it. What is finished is kept: a sweep "
                        + "that was ended goes on where it was.")
final class SweepCommand extends Command {
    /** Enough to see a small student settle; the published teacher takes longer. */
    private static final int STEPS = 1000;

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--hidden", split = ",", defaultValue = "16", description = "Units of the GRU, in this order.")
    private List<Integer> hidden = List.of();

    @Mixin
    private StudentOptions form = new StudentOptions();

    @Option(
            names = "--labelled-animals",
            split = ",",
            defaultValue = "all",
            paramLabel = "N,N",
            description = "How many of the animals that are learnt from have labels: 1,2,4,all (default: all).")
    private List<String> shares = List.of();

    @Option(
            names = "--sources",
            split = ",",
            defaultValue = "none,in-fold",
            paramLabel = "NAME,NAME",
            description = "What students listen to: none (hard labels; always there), in-fold, out-of-fold, ensemble, "
                    + "unlabelled (recordings whose labels are withheld, and sessions without labels).")
    private List<String> sources = List.of();

    @Option(names = "--temperature", split = ",", paramLabel = "T,T", description = "Soften the teacher's answers.")
    private List<Double> temperatures = List.of(DistillationSettings.standard().temperature());

    @Option(names = "--alpha", split = ",", paramLabel = "A,A", description = "Shares of the hard labels, 0 to 1.")
    private List<Double> alphas = List.of(DistillationSettings.standard().alpha());

    @Option(
            names = {"--seeds", "--seed"},
            split = ",",
            defaultValue = "1,2,3",
            paramLabel = "N,N",
            description = "Seeds of the students (default: 1,2,3; with fewer than three nothing is called better).")
    private List<Long> seeds = List.of();

    @Option(names = "--teacher-seed", defaultValue = "1", paramLabel = "N", description = "Seed of the teachers.")
    private long teacherSeed;

    @Option(
            names = "--teacher-seeds",
            split = ",",
            defaultValue = "1,2,3",
            paramLabel = "N,N",
            description = "Seeds of the teachers of an ensemble (default: 1,2,3).")
    private List<Long> ensemble = List.of();

    @Option(
            names = "--circle-seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Decides which animals lend their labels: those after the one held out, in a circle.")
    private long circleSeed;

    @Option(names = "--width", defaultValue = "0.25", description = "Width of the teachers, 1 is the published size.")
    private double width;

    @Option(names = "--teacher-steps", description = "Steps of every teacher, about (default: ${DEFAULT-VALUE}).")
    private int teacherSteps = STEPS;

    @Option(names = "--student-steps", description = "Steps of every student, about (default: ${DEFAULT-VALUE}).")
    private int studentSteps = STEPS;

    @Option(
            names = "--processes",
            defaultValue = "1",
            description = "Folds that are trained at the same time; each is a process of its own (default: 1).")
    private int processes;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes every cell and seed as a table.")
    private @Nullable Path csv;

    @Option(names = "--chart", paramLabel = "FILE", description = "Writes the chart: a name that ends in .svg or .png.")
    private @Nullable Path chart;

    @Override
    public Integer call() {
        checkOptions();
        var grid = grid();
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            var run = workflow.run(step(grid, project), monitor());
            var result = workflow.sweep(run.id());
            write(result);
            var document = RunReport.document(run, workflow);
            SweepReport.document(result, document);
            answer(document, SweepReport.words(result) + "Kept as " + run.id() + ".");
        }
        return DONE;
    }

    private SweepStep step(SweepGrid grid, Project project) {
        var step = new SweepStep(
                windows.settings(this),
                grid,
                form.form(this),
                width,
                learning.of(TrainingSettings.teacher(), project, this)
                        .withThreads(1)
                        .withSeed(teacherSeed),
                teacherSteps,
                learning.of(TrainingSettings.student(), project, this).withSeed(seeds.getFirst()),
                studentSteps,
                ensemble,
                circleSeed,
                processes == 1 ? 0 : processes);
        return StepSettings.changed(step, learning.with());
    }

    private SweepGrid grid() {
        try {
            return new SweepGrid(
                    hidden,
                    shares.stream().map(LabelShare::parse).toList(),
                    sources.stream().map(SweepSource::parse).toList(),
                    temperatures,
                    alphas,
                    seeds);
        } catch (IllegalArgumentException other) {
            throw usage("The grid does not make sense: " + other.getMessage());
        }
    }

    private void write(SweepResult result) {
        if (csv != null) {
            WholeFile.write(csv, text -> text.write(SweepTable.csv(result)));
        }
        if (chart != null) {
            var format = name(chart).endsWith(".png") ? Picture.Format.PNG : Picture.Format.SVG;
            WholeFile.write(chart, SweepChart.of(result).file(format));
        }
    }

    private static String name(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }

    private void checkOptions() {
        form.form(this);
        if (hidden.stream().anyMatch(units -> units < 1 || units > DistilCommand.MOST_UNITS)) {
            throw usage(
                    "--hidden is 1 to " + DistilCommand.MOST_UNITS + ", or several such numbers with commas between");
        }
        if (temperatures.stream().anyMatch(t -> !(t > 0 && Double.isFinite(t)))
                || alphas.stream().anyMatch(a -> !(a >= 0 && a <= 1))) {
            throw usage("--temperature is above 0, --alpha 0 to 1, or several such numbers with commas between");
        }
        if (!(width > 0 && width <= 1) || teacherSteps < 1 || studentSteps < 1 || processes < 1) {
            throw usage(
                    "--width is above 0 and at most 1, --teacher-steps, --student-steps and --processes at least 1");
        }
        if (ensemble.isEmpty() || ensemble.stream().distinct().count() < ensemble.size()) {
            throw usage("--teacher-seeds is one or several numbers with commas between, each once");
        }
        if (chart != null && !name(chart).endsWith(".svg") && !name(chart).endsWith(".png")) {
            throw usage("--chart is a file whose name ends in .svg or .png");
        }
    }
}
