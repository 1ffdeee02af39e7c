package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.project.Project;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.FoldInput;
import org.ethotag.training.FoldResult;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.FoldSettings;
import org.ethotag.training.FoldStudent;
import org.ethotag.training.ModelShelf;
import org.ethotag.training.SettingsText;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.FlipTable;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.SetAside;

/** Carries out a {@link CrossValidateStep}. */
final class CrossValidation {
    private static final double WINDOWS_SHARE = 0.02;
    private static final double FOLDS_SHARE = 0.95;

    private final Project project;

    CrossValidation(Project project) {
        this.project = project;
    }

    /** With the study's shelf of finished parts: what was killed goes on, and seeds share their teachers. */
    RunDraft make(CrossValidateStep step, JobMonitor monitor) {
        return StudyShelf.with(project, shelf -> make(step, shelf, monitor));
    }

    RunDraft make(CrossValidateStep step, ModelShelf shelf, JobMonitor monitor) {
        var windows = StudyWindows.of(project, step.windows(), monitor.part(0, WINDOWS_SHARE));
        var dataset = windows.dataset();
        var whole = step.folds().of(dataset, step.teacher().seed());
        var leaks = LeakGuard.check(dataset, whole);
        var aside = SettingAside.of(project, step.windows().aside(), dataset, whole, monitor.part(0, WINDOWS_SHARE));
        var folds = aside.learning(dataset, whole);
        var frames = FoldFrames.of(project, dataset, folds, monitor.part(0, WINDOWS_SHARE));
        var unlabelled = step.softLabels().unlabelled()
                ? UnlabelledWindows.required(project, step.windows(), dataset, monitor.part(0, WINDOWS_SHARE))
                : UnlabelledWindows.none(dataset);
        LeakGuard.check(dataset, folds, unlabelled);
        var inputs = IntStream.range(0, folds.size())
                .mapToObj(i -> input(
                        step,
                        frames.get(i).of(dataset),
                        folds.get(i),
                        frames.get(i).of(unlabelled.beside(dataset, folds.get(i)))))
                .toList();
        var results = new FoldRunner(step.processes(), shelf).run(inputs, monitor.part(WINDOWS_SHARE, FOLDS_SHARE));
        var flips = new FlipTable(step.student().seed());
        var comparison = comparison(step, inputs, results, flips, monitor.part(FOLDS_SHARE, 1));
        return new RunDraft(
                RunKind.CROSSVALIDATION,
                settings(step, windows, leaks, frames, NotLearnt.words(dataset, folds)),
                inputs(windows, aside, results),
                step.student().seed(),
                Map.of("engine", results.getFirst().manifest().getOrDefault("engine", "")),
                files(results, flips),
                withBaselines(comparison, Answers.baselines(dataset, folds)).with(aside),
                List.of());
    }

    private static FoldInput input(CrossValidateStep step, Dataset dataset, Fold fold, Dataset unlabelled) {
        var settings = new FoldSettings(
                fold.name(),
                step.width(),
                step.teacher(),
                step.hidden(),
                step.form(),
                step.student(),
                step.students() == Students.WITHOUT_DISTILLATION
                        ? DistillationSettings.hardLabels()
                        : step.distillation(),
                step.fineTuning(),
                step.softLabels());
        return new FoldInput(settings, dataset.only(fold.train()), dataset.only(fold.test()), unlabelled);
    }

    private static Comparison comparison(
            CrossValidateStep step,
            List<FoldInput> inputs,
            List<FoldResult> results,
            FlipTable flips,
            JobMonitor monitor) {
        var windows = new ArrayList<Window>();
        var folds = new ArrayList<Integer>();
        var pooled = new LinkedHashMap<String, ModelAnswers>();
        for (int i = 0; i < results.size(); i++) {
            monitor.doing((double) i / results.size(), "running.integers.all");
            var fold = new FoldAnswers(step, inputs.get(i), results.get(i), windows.size(), flips);
            windows.addAll(inputs.get(i).test().windows());
            folds.addAll(Collections.nCopies(inputs.get(i).test().size(), i));
            for (ModelAnswers answers : fold.all(monitor)) {
                pooled.merge(answers.title(), answers, ModelAnswers::followedBy);
            }
        }
        return new Comparison(
                protocol(step),
                step.student().seed(),
                inputs.getFirst().training().classes(),
                windows,
                List.copyOf(pooled.values()),
                List.of(),
                folds);
    }

    private static Comparison withBaselines(Comparison judged, List<ModelAnswers> baselines) {
        return new Comparison(
                judged.protocol(),
                judged.seed(),
                judged.classes(),
                judged.windows(),
                judged.models(),
                baselines,
                judged.folds());
    }

    /** The students of every fold, so that every answer can be looked into later; teachers are too large to keep. */
    private static Map<String, byte[]> files(List<FoldResult> results, FlipTable flips) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(RunFiles.FLIPS, flips.bytes());
        for (int i = 0; i < results.size(); i++) {
            for (FoldStudent student : results.get(i).students()) {
                files.put(RunFiles.ofFold(i, student.name()), ModelFile.bytes(student.model()));
            }
        }
        return files;
    }

    private static String protocol(CrossValidateStep step) {
        long teacherSeed = step.teacher().seed();
        return step.folds().words() + (teacherSeed == step.student().seed() ? "" : ", teachers of seed " + teacherSeed);
    }

    private static Map<String, String> settings(
            CrossValidateStep step,
            StudyWindows windows,
            List<String> leaks,
            List<FoldFrames> frames,
            String notLearnt) {
        var settings = new LinkedHashMap<>(windows.resolved(step.windows()).toMap());
        settings.putAll(SettingsText.of(ModelNames.TEACHER, step.teacher()));
        settings.putAll(SettingsText.of(ModelNames.STUDENT, step.student()));
        settings.putAll(SettingsText.of(step.distillation()));
        settings.putAll(SettingsText.of(step.softLabels()));
        settings.put(RunRecipe.TEACHER_WIDTH, String.valueOf(step.width()));
        settings.put(RunRecipe.WEIGHT_BITS, step.weightBits().toString());
        if (!step.fineTuning().weightBits().isEmpty()) {
            settings.put(RunRecipe.AWARE_BITS, step.fineTuning().weightBits().toString());
            settings.putAll(SettingsText.of(RunRecipe.AWARE, step.fineTuning().training()));
        }
        settings.put(RunRecipe.HIDDEN, step.hidden().toString());
        settings.putAll(step.form().unusual());
        settings.put(RunArchive.PROTOCOL, protocol(step));
        settings.put(RunRecipe.STUDENTS, step.students().name());
        settings.put(RunRecipe.FOLDS, step.folds().text());
        if (!notLearnt.isEmpty()) {
            settings.put(RunArchive.NOT_LEARNT, notLearnt);
        }
        if (!leaks.isEmpty()) {
            settings.put(RunArchive.LEAKS, String.join(" ", leaks));
        }
        settings.put(RunArchive.TRAINED_ON, RunArchive.animals(windows.dataset().animals()));
        frames.forEach(fold -> settings.putAll(fold.lines()));
        settings.putAll(SettingAside.lines(step.windows().aside()));
        return settings;
    }

    private static Map<String, String> inputs(StudyWindows windows, SetAside aside, List<FoldResult> results) {
        var inputs = new LinkedHashMap<>(windows.inputs(aside));
        for (FoldResult result : results) {
            result.manifest().forEach((key, value) -> {
                if (key.startsWith("model.")) {
                    inputs.put("fold " + result.name() + " " + key, value);
                }
            });
        }
        return inputs;
    }
}
