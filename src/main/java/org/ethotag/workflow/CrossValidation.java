package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.LeakCheck;
import org.ethotag.dataset.Split;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Baselines;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Quantizer;
import org.ethotag.training.FoldInput;
import org.ethotag.training.FoldResult;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.FoldSettings;
import org.ethotag.training.FoldStudent;
import org.ethotag.training.Inference;
import org.ethotag.training.StudentShape;
import org.ethotag.workflow.Comparison.ModelAnswers;
import org.ethotag.workflow.CrossValidateStep.Students;

/** Carries out a {@link CrossValidateStep}. */
final class CrossValidation {
    private static final double WINDOWS_SHARE = 0.02;
    private static final double FOLDS_SHARE = 0.95;

    private final Project project;
    private final RunArchive archive;

    CrossValidation(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    RunManifest run(CrossValidateStep step, JobMonitor monitor) {
        var windows = StudyWindows.of(project, step.windows(), monitor.part(0, WINDOWS_SHARE));
        var dataset = windows.dataset();
        var folds = step.folds() == 0
                ? Split.leaveOneAnimalOut(dataset)
                : Split.byAnimal(dataset, step.folds(), step.teacher().seed());
        requireNoLeak(dataset, folds);
        var inputs = folds.stream().map(fold -> input(step, dataset, fold)).toList();
        var results = new FoldRunner(step.processes()).run(inputs, monitor.part(WINDOWS_SHARE, FOLDS_SHARE));
        var comparison = comparison(step, inputs, results, monitor.part(FOLDS_SHARE, 1));
        var manifest = manifest(step, windows, results);
        archive.save(manifest, Map.of(), comparison, baselines(dataset, folds));
        return manifest;
    }

    /** What can be had without a network, on the same windows and folds. */
    private static List<Score> baselines(Dataset dataset, List<Fold> folds) {
        var rows = new ArrayList<Score>();
        Baselines.crossValidated(dataset, folds).forEach((name, predictions) -> {
            var scores = Scores.of(predictions);
            rows.add(new Score(name, "mcc", scores.mcc()));
            rows.add(new Score(name, "accuracy", scores.accuracy()));
            rows.add(new Score(name, "macro F1", scores.macroF1()));
        });
        return rows;
    }

    private static void requireNoLeak(Dataset dataset, List<Fold> folds) {
        for (Fold fold : folds) {
            var leaks = LeakCheck.of(dataset, fold);
            if (!leaks.isEmpty()) {
                throw new ProblemException(
                        WorkflowProblem.LEAKY_FOLD,
                        fold.name(),
                        leaks.getFirst().words());
            }
        }
    }

    private static FoldInput input(CrossValidateStep step, Dataset dataset, Fold fold) {
        var settings = new FoldSettings(
                fold.name(),
                step.width(),
                step.teacher(),
                step.hidden(),
                StudentShape.of(1).perceptron(),
                step.student(),
                step.distillation());
        return new FoldInput(settings, dataset.only(fold.train()), dataset.only(fold.test()));
    }

    private static Comparison comparison(
            CrossValidateStep step, List<FoldInput> inputs, List<FoldResult> results, JobMonitor monitor) {
        var windows = new ArrayList<Window>();
        var pooled = new LinkedHashMap<String, ModelAnswers>();
        for (int i = 0; i < results.size(); i++) {
            monitor.progress((double) i / results.size(), "Running the integer models");
            windows.addAll(inputs.get(i).test().windows());
            for (ModelAnswers answers : answersOf(step, inputs.get(i), results.get(i), monitor)) {
                pooled.merge(answers.title(), answers, CrossValidation::joined);
            }
        }
        return new Comparison(
                protocol(step),
                step.teacher().seed(),
                inputs.getFirst().training().classes(),
                windows,
                List.copyOf(pooled.values()));
    }

    private static List<ModelAnswers> answersOf(
            CrossValidateStep step, FoldInput input, FoldResult result, JobMonitor monitor) {
        var answers = new ArrayList<ModelAnswers>();
        answers.add(Answers.ofTeacher(result.teacher(), Inference.answers(result.teacherLogits())));
        boolean distilled = step.students() == Students.WITHOUT_AND_WITH_DISTILLATION;
        for (FoldStudent student : result.students()) {
            if (student.distilled() && !distilled) {
                continue;
            }
            var name = student.distilled() ? ModelNames.DISTILLED : ModelNames.STUDENT;
            answers.add(Answers.ofStudent(name, student.model(), Inference.answers(student.logits())));
            if (student.distilled() == distilled) {
                var graph = Quantizer.quantize(student.model(), input.training(), QuantizationSettings.defaults());
                answers.add(Answers.ofFixed(
                        student.model(), graph, input.test(), input.test().allIndices(), monitor.part(1, 1)));
            }
        }
        return answers;
    }

    private static ModelAnswers joined(ModelAnswers first, ModelAnswers second) {
        var answers = new ArrayList<>(first.answers());
        answers.addAll(second.answers());
        return new ModelAnswers(
                first.name(),
                first.hidden(),
                answers,
                Math.max(first.bytes(), second.bytes()),
                first.multiplications());
    }

    private static String protocol(CrossValidateStep step) {
        return step.folds() == 0
                ? "leave one animal out, predictions pooled"
                : step.folds() + " folds by animal, predictions pooled";
    }

    private RunManifest manifest(CrossValidateStep step, StudyWindows windows, List<FoldResult> results) {
        var settings = new LinkedHashMap<>(windows.resolved(step.windows()).toMap());
        settings.putAll(SettingsMap.of(ModelNames.TEACHER, step.teacher()));
        settings.putAll(SettingsMap.of(ModelNames.STUDENT, step.student()));
        settings.putAll(SettingsMap.of(step.distillation()));
        settings.put("teacher.width", String.valueOf(step.width()));
        settings.put("student.hidden", step.hidden().toString());
        settings.put(RunArchive.PROTOCOL, protocol(step));
        settings.put(RunArchive.TRAINED_ON, String.join(",", windows.dataset().animals()));
        var inputs = new LinkedHashMap<String, String>();
        inputs.put(RunArchive.DATASET, windows.dataset().sha256());
        for (FoldResult result : results) {
            result.manifest().forEach((key, value) -> {
                if (key.startsWith("model.")) {
                    inputs.put("fold " + result.name() + " " + key, value);
                }
            });
        }
        var engine = results.getFirst().manifest().getOrDefault("engine", "");
        return archive.manifest(
                RunKind.CROSSVALIDATION, settings, inputs, step.teacher().seed(), Map.of("engine", engine));
    }
}
