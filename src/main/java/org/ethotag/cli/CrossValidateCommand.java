package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.evaluation.Baselines;
import org.ethotag.project.Score;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.CrossValidateStep;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.Workflow;
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

    @Option(
            names = "--students",
            defaultValue = "no-kd,kd",
            description = "no-kd (hard labels alone), or no-kd,kd (default: ${DEFAULT-VALUE}).")
    private String students = "";

    @Option(names = "--hidden", split = ",", defaultValue = "32", description = "Units of the GRU, one student each.")
    private List<Integer> hidden = List.of();

    @Option(
            names = "--folds",
            defaultValue = "animal",
            description = "animal (leave one animal out), or how many groups of animals (default: ${DEFAULT-VALUE}).")
    private String folds = "";

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

    @Option(names = "--class-weights", description = "Let rare classes count more.")
    private boolean classWeights;

    @Option(names = "--seed", defaultValue = "0", description = "Decides all that is random.")
    private long seed;

    @Option(names = "--processes", description = "Folds that are trained at the same time (default: one per core).")
    private int processes = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        checkOptions();
        var step = new CrossValidateStep(
                windows.settings(this),
                hidden,
                chosenStudents(),
                foldCount(),
                width,
                TrainingSettings.teacher()
                        .withThreads(1)
                        .withEpochs(epochs)
                        .withClassWeights(classWeights)
                        .withSeed(seed),
                TrainingSettings.student()
                        .withEpochs(studentEpochs)
                        .withClassWeights(classWeights)
                        .withSeed(seed),
                new DistillationSettings(temperature, alpha),
                processes == 1 ? 0 : processes);
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            var run = workflow.run(step, monitor());
            var report = new ModelsReport(workflow.comparison(run.id()));
            var scores = project.scores(run.id());
            var document = RunReport.document(run, workflow);
            document.put("baselines", baselines(scores));
            answer(
                    document,
                    report.table() + baselineWords(scores) + System.lineSeparator() + report.perAnimal() + "Kept as "
                            + run.id() + ".");
        }
        return DONE;
    }

    private static Map<String, Map<String, Double>> baselines(List<Score> scores) {
        var baselines = new LinkedHashMap<String, Map<String, Double>>();
        for (Score score : scores) {
            if (score.model().equals(Baselines.MAJORITY) || score.model().equals(Baselines.TREE)) {
                baselines
                        .computeIfAbsent(score.model(), _ -> new LinkedHashMap<>())
                        .put(score.metric(), score.value());
            }
        }
        return baselines;
    }

    private static String baselineWords(List<Score> scores) {
        var baselines = baselines(scores);
        return String.format(
                Locale.ROOT,
                "For comparison, MCC without a network: %.3f by a tree of depth 3 on two numbers (spread of the norm, mean"
                        + " z), %.3f by always answering the commonest class.%n",
                baselines.getOrDefault(Baselines.TREE, Map.of()).getOrDefault("mcc", 0.0),
                baselines.getOrDefault(Baselines.MAJORITY, Map.of()).getOrDefault("mcc", 0.0));
    }

    private void checkOptions() {
        if (hidden.isEmpty() || hidden.stream().anyMatch(units -> units < 1 || units > DistilCommand.MOST_UNITS)) {
            throw usage(
                    "--hidden is 1 to " + DistilCommand.MOST_UNITS + ", or several such numbers with commas between");
        }
        if (hidden.stream().distinct().count() < hidden.size()) {
            throw usage("--hidden names a size twice");
        }
        if (epochs < 1 || studentEpochs < 1 || processes < 1) {
            throw usage("--epochs, --student-epochs and --processes are at least 1");
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

    private int foldCount() {
        if (folds.equals("animal")) {
            return 0;
        }
        if (!folds.matches("[0-9]{1,4}")) {
            throw usage("--folds is animal or a number, not " + folds);
        }
        return Integer.parseInt(folds);
    }
}
