package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ethotag.file.WholeFile;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.LayerSettings;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FineTuning;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.StepSettings;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.SeedGroup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag crossvalidate}: how good the models are on new animals. */
@picocli.CommandLine.Command(
        name = "crossvalidate",
        description = "Leaves one animal out at a time, trains teacher and students on the others, and pools what they "
                + "and the fixed-point model say about the one left out.")
final class CrossValidateCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Mixin
    private AsideOption aside = new AsideOption();

    @Option(
            names = "--students",
            defaultValue = "no-kd,kd",
            description = "no-kd (hard labels alone), or no-kd,kd (default: ${DEFAULT-VALUE}).")
    private String students = "";

    @Option(names = "--hidden", split = ",", defaultValue = "32", description = "Units of the GRU, one student each.")
    private List<Integer> hidden = List.of();

    @Mixin
    private StudentOptions form = new StudentOptions();

    @Option(
            names = "--folds",
            defaultValue = "animal",
            description =
                    "animal (leave one animal out), how many groups of animals, or random:N, which divides windows "
                            + "whoever they come from and needs --leaky-i-know (default: ${DEFAULT-VALUE}).")
    private String folds = "";

    @Option(
            names = "--hold-out",
            split = ",",
            paramLabel = "A,B",
            description = "Instead of folds: these animals are judged, by models that learn from all others.")
    private Set<String> holdOut = Set.of();

    @Option(
            names = "--leaky-i-know",
            description =
                    "With --folds random:N: the same animals on both sides; every result will say that it is leaky.")
    private boolean leakyIKnow;

    @Option(names = "--width", defaultValue = "1", description = "Width of the teacher, 1 is the published size.")
    private double width;

    @Option(names = "--epochs", description = "Epochs of the teacher.")
    private int epochs = TrainingSettings.teacher().epochs();

    @Option(names = "--student-epochs", description = "Epochs of the students.")
    private int studentEpochs = TrainingSettings.student().epochs();

    @Option(names = "--temperature", paramLabel = "T", description = "Softens the teacher's answers.")
    private double temperature = DistillationSettings.standard().temperature();

    @Option(names = "--alpha", paramLabel = "A", description = "Share of the hard labels, 0 to 1.")
    private double alpha = DistillationSettings.standard().alpha();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private SoftLabelOptions softLabels = new SoftLabelOptions();

    @Option(
            names = {"--seeds", "--seed"},
            split = ",",
            defaultValue = "0",
            paramLabel = "N,N",
            description = "Decides all that is random; one run for each, with mean and spread over them.")
    private List<Long> seeds = List.of();

    @Option(
            names = "--teacher-seed",
            paramLabel = "N",
            description = "Seed of the teachers of all runs (default: the first of --seeds). Teachers cost most, so "
                    + "they are trained once and teach the students of every seed.")
    private @Nullable Long teacherSeed;

    @Option(
            names = "--weights",
            split = ",",
            defaultValue = "16",
            paramLabel = "BITS",
            description = "Widths of the fixed point's weights, made of the same float student: 16 and 8 run on a tag, "
                    + "2 to 15 are for study (default: ${DEFAULT-VALUE}).")
    private List<Integer> weights = List.of();

    @Option(
            names = "--quantization-aware",
            description =
                    "For every width of --weights the distilled student also learns on with exactly those integers.")
    private boolean aware;

    @Option(names = "--aware-epochs", description = "Epochs of learning on.")
    private int awareEpochs = TrainingSettings.aware().epochs();

    @Option(
            names = "--flips",
            paramLabel = "FILE",
            description = "Writes a table (CSV) of the windows whose class changes in fixed point.")
    private @Nullable Path flips;

    @Option(names = "--processes", description = "Folds that are trained at the same time (default: one per core).")
    private int processes = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        checkOptions();
        var plan = foldPlan();
        var kinds = chosenStudents();
        try (var project = study.open()) {
            var steps = seeds.stream()
                    .map(seed -> changed(step(seed, plan, kinds, project)))
                    .toList();
            var workflow = new Workflow(project);
            var monitor = monitor();
            var runs = new ArrayList<RunManifest>();
            for (int i = 0; i < steps.size(); i++) {
                var part = monitor.part((double) i / steps.size(), (i + 1.0) / steps.size());
                runs.add(workflow.run(steps.get(i), part));
            }
            if (flips != null) {
                writeFlips(runs, workflow, flips);
            }
            answer(runs, workflow);
        }
        return DONE;
    }

    private CrossValidateStep changed(CrossValidateStep asked) {
        var step = StepSettings.changed(asked, learning.with());
        if (step.folds() instanceof FoldPlan.Leaky && !leakyIKnow) {
            throw usage("--with folds=" + step.folds().text() + " needs --leaky-i-know");
        }
        return step;
    }

    private CrossValidateStep step(long seed, FoldPlan plan, Students kinds, Project project) {
        return new CrossValidateStep(
                windows.settings(this).withAside(aside.rule(this)),
                hidden,
                form.form(this),
                kinds,
                plan,
                width,
                learning.of(TrainingSettings.teacher(), project, this)
                        .withThreads(1)
                        .withEpochs(epochs)
                        .withSeed(teacherSeed == null ? seeds.getFirst() : teacherSeed),
                learning.of(TrainingSettings.student(), project, this)
                        .withEpochs(studentEpochs)
                        .withSeed(seed),
                new DistillationSettings(temperature, alpha),
                weights,
                new FineTuning(
                        aware ? weights : List.of(),
                        learning.of(TrainingSettings.aware(), project, this)
                                .withEpochs(awareEpochs)
                                .withSeed(seed)),
                softLabels.source(this),
                processes == 1 ? 0 : processes);
    }

    private void answer(List<RunManifest> runs, Workflow workflow) {
        var comparisons =
                runs.stream().map(run -> workflow.comparison(run.id())).toList();
        var reports = comparisons.stream().map(ModelsReport::new).toList();
        var first = new ModelsDocument(reports.getFirst().sheet());
        var seedsReport = new SeedsReport(new SeedGroup(comparisons));
        var document = RunReport.document(runs.getFirst(), workflow);
        document.put("runs", runs.stream().map(RunManifest::id).toList());
        document.put(
                "models",
                reports.stream().flatMap(report -> report.document().stream()).toList());
        document.put("seeds", seedsReport.document());
        seedsReport.setAside().ifPresent(kept -> document.put("seedsSetAside", kept));
        document.put("verdicts", seedsReport.verdicts());
        document.put("pairs", first.pairs());
        document.put("baselines", first.baselines());
        var words = new StringBuilder();
        reports.forEach(report -> words.append(report.table())
                .append(System.lineSeparator())
                .append(report.perClass())
                .append(System.lineSeparator())
                .append(report.perAnimal())
                .append(System.lineSeparator())
                .append(report.pairs())
                .append(System.lineSeparator()));
        words.append(seedsReport.words()).append(System.lineSeparator());
        answer(
                document,
                words + RunReport.notLearnt(runs.getFirst()) + "Kept as "
                        + runs.stream().map(RunManifest::id).collect(Collectors.joining(", ")) + ".");
    }

    /** All runs' tables as one, with one header. */
    private static void writeFlips(List<RunManifest> runs, Workflow workflow, Path file) {
        var text = new StringBuilder();
        for (RunManifest run : runs) {
            String table = workflow.flips(run.id());
            text.append(text.isEmpty() ? table : table.substring(table.indexOf('\n') + 1));
        }
        WholeFile.write(file, text.toString());
    }

    private void checkOptions() {
        form.form(this);
        if (hidden.isEmpty() || hidden.stream().anyMatch(units -> units < 1 || units > DistilCommand.MOST_UNITS)) {
            throw usage(
                    "--hidden is 1 to " + DistilCommand.MOST_UNITS + ", or several such numbers with commas between");
        }
        if (hidden.stream().distinct().count() < hidden.size()) {
            throw usage("--hidden names a size twice");
        }
        if (weights.isEmpty()
                || weights.stream().anyMatch(bits -> bits < LayerSettings.FEWEST_WEIGHT_BITS || bits > Short.SIZE)
                || weights.stream().distinct().count() < weights.size()) {
            throw usage("--weights is " + LayerSettings.FEWEST_WEIGHT_BITS + " to 16, or several with commas between");
        }
        if (aware && chosenStudents() == Students.WITHOUT_DISTILLATION) {
            throw usage("--quantization-aware needs the distilled student: --students no-kd,kd");
        }
        if (!softLabels.source(this).isStandard() && chosenStudents() == Students.WITHOUT_DISTILLATION) {
            throw usage(
                    "--soft-labels, --teacher-seeds and --unlabelled need the distilled student: --students no-kd,kd");
        }
        if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
            throw usage("--seeds is one or several numbers with commas between, each once");
        }
        if (epochs < 1 || studentEpochs < 1 || awareEpochs < 1 || processes < 1) {
            throw usage("--epochs, --student-epochs, --aware-epochs and --processes are at least 1");
        }
        if (!(width > 0 && width <= 1)
                || !(temperature > 0 && Double.isFinite(temperature))
                || !(alpha >= 0 && alpha <= 1)) {
            throw usage("--width is above 0 and at most 1, --temperature above 0, --alpha 0 to 1");
        }
    }

    private Students chosenStudents() {
        return switch (students) {
            case "no-kd" -> Students.WITHOUT_DISTILLATION;
            case "no-kd,kd", "kd,no-kd", "kd" -> Students.WITHOUT_AND_WITH_DISTILLATION;
            default -> throw usage("--students is no-kd or no-kd,kd, not " + students);
        };
    }

    private FoldPlan foldPlan() {
        if (!holdOut.isEmpty()) {
            return new FoldPlan.HeldOut(holdOut);
        }
        try {
            var plan = FoldPlan.parse(folds);
            if (plan instanceof FoldPlan.Leaky(int parts) && (!leakyIKnow || parts < 2)) {
                throw usage(
                        "--folds " + folds + " puts the same animals on both sides: scores will be better than they "
                                + "are on a new animal. If that is what you want to show, add --leaky-i-know (2 parts or more)");
            }
            return plan;
        } catch (IllegalArgumentException other) {
            throw usage("--folds is animal, a number of groups, or random:N, not " + folds);
        }
    }
}
