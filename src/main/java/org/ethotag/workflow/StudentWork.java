package org.ethotag.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.training.Distillation;
import org.ethotag.training.FoldInput;
import org.ethotag.training.FoldSettings;
import org.ethotag.training.Inference;
import org.ethotag.training.ModelShelf;
import org.ethotag.training.SettingsText;
import org.ethotag.training.StudentForm;
import org.ethotag.training.Trained;
import org.ethotag.training.TrainingData;
import org.ethotag.training.TrainingRecord;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.CurvesCsv;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/** Carries out a {@link DistilStep}: the student without a teacher is always trained beside the one with it. */
final class StudentWork {
    /** Up to here a student that does not learn on is ready. */
    private static final double DISTILLED_SHARE = 0.8;

    private final Project project;
    private final RunArchive archive;
    private final ModelShelf shelf;

    /** @param shelf where a training is kept while it is unfinished */
    StudentWork(Project project, ModelShelf shelf) {
        this.project = project;
        this.shelf = shelf;
        this.archive = new RunArchive(project);
    }

    /** The windows of a run of this study, and how they were divided when it was made. */
    record Divided(Dataset dataset, Fold fold) {}

    /** @param kept the distilled student, or what became of it by learning on */
    private record Students(Trained<StudentModel> plain, Trained<StudentModel> distilled, Trained<StudentModel> kept) {}

    RunDraft make(DistilStep step, LearningWatcher watcher, JobMonitor monitor) {
        var teacherRun = archive.run(step.teacherRun(), RunKind.TEACHER);
        var divided = divided(project, teacherRun, monitor.part(0, 0.05));
        var students = train(step, teacherRun, divided, watcher, monitor.part(0.05, 0.95));
        monitor.doing(0.95, "judging.students");
        var comparison = comparison(teacherRun, divided, students);
        var records = new LinkedHashMap<String, TrainingRecord>();
        records.put(ModelNames.STUDENT, students.plain().record());
        records.put(ModelNames.DISTILLED, students.distilled().record());
        step.fineTuning()
                .weightBits()
                .forEach(bits ->
                        records.put(ModelNames.aware(bits), students.kept().record()));
        return new RunDraft(
                RunKind.STUDENT,
                settings(step, teacherRun, students),
                inputs(teacherRun, Map.of(RunArchive.TEACHER_RUN, teacherRun.id())),
                step.training().seed(),
                Map.of("engine", students.distilled().record().engine()),
                Map.of(
                        RunFiles.STUDENT, ModelFile.bytes(students.plain().model()),
                        RunFiles.DISTILLED, ModelFile.bytes(students.kept().model()),
                        RunFiles.CURVES, CurvesCsv.write(records)),
                comparison,
                List.of());
    }

    /**
     * Cuts the study as a run did.
     *
     * @throws ProblemException if the study is no longer the one that the run learnt from
     */
    static Divided divided(Project project, RunManifest run, JobMonitor monitor) {
        var dataset = StudyWindows.of(project, WindowSettings.of(run.settings()), monitor)
                .dataset();
        if (!dataset.sha256().equals(RunArchive.input(run, RunArchive.DATASET))) {
            throw new ProblemException(WorkflowProblem.STUDY_CHANGED_SINCE, run.id());
        }
        var heldOut = Set.copyOf(RunArchive.animals(run, RunArchive.HELD_OUT));
        var fold = heldOut.isEmpty()
                ? new Fold("none", dataset.allIndices(), new int[0])
                : Split.holdOut(dataset, heldOut);
        var aside = new RunArchive(project).aside(run);
        var learning = aside.learning(dataset, List.of(fold)).getFirst();
        return new Divided(RunFrames.turned(project, run, dataset), learning);
    }

    private Students train(
            DistilStep step, RunManifest teacherRun, Divided divided, LearningWatcher watcher, JobMonitor monitor) {
        var data = TrainingData.of(divided.dataset(), divided.fold());
        monitor.doing(0, "asking.teacher");
        var lesson = lesson(step, teacherRun, divided, data, monitor.part(0, 0.1));
        monitor.doing(0.1, "training.alone");
        var plain = Distillation.withoutTeacher(
                data,
                step.shape(),
                step.training(),
                shelf,
                epoch -> watcher.epoch(ModelNames.STUDENT, epoch),
                monitor.part(0.1, 0.55));
        monitor.checkCancelled();
        monitor.doing(0.55, "training.distilled");
        var distilled = Distillation.distil(
                lesson.data(),
                step.shape(),
                lesson.asLong().apply(step.training()),
                step.distillation(),
                lesson.softLabels(),
                shelf,
                epoch -> watcher.epoch(ModelNames.DISTILLED, epoch),
                monitor.part(0.55, DISTILLED_SHARE));
        monitor.checkCancelled();
        var tuned = tuned(step, lesson, distilled, watcher, monitor.part(DISTILLED_SHARE, 1));
        monitor.checkCancelled();
        return new Students(plain, distilled, tuned);
    }

    /**
     * What the distilled student learns from.
     *
     * @param asLong makes settings for windows with labels last as many steps beside those without
     */
    private record Lesson(TrainingData data, float[][] softLabels, UnaryOperator<TrainingSettings> asLong) {}

    private Lesson lesson(
            DistilStep step, RunManifest teacherRun, Divided divided, TrainingData data, JobMonitor monitor) {
        var teacher = ModelFile.teacher(project.runFile(teacherRun.id(), RunFiles.TEACHER));
        if (step.softLabels().isStandard()) {
            var soft =
                    Inference.logits(teacher, divided.dataset(), divided.fold().train(), monitor);
            return new Lesson(data, soft, UnaryOperator.identity());
        }
        var input = foldInput(step, teacherRun, divided, data, monitor.part(0, 0.2));
        var soft = Distillation.softLabels(input, teacher, shelf, monitor.part(0.2, 1));
        var all = new TrainingData(data.training().and(input.unlabelled()), data.heldOut());
        return new Lesson(all, soft, input::asLong);
    }

    /** The run's windows and settings as those of a fold, so that further teachers are trained as the run's own was. */
    private FoldInput foldInput(
            DistilStep step, RunManifest teacherRun, Divided divided, TrainingData data, JobMonitor monitor) {
        var teacher = new RunRecipe(teacherRun).teacher();
        var unlabelled = step.softLabels().unlabelled()
                ? UnlabelledWindows.required(project, teacher.windows(), divided.dataset(), monitor)
                : UnlabelledWindows.none(divided.dataset());
        LeakGuard.check(divided.dataset(), List.of(divided.fold()), unlabelled);
        var beside = unlabelled.beside(divided.dataset(), divided.fold());
        return new FoldInput(
                new FoldSettings(
                        divided.fold().name(),
                        teacher.width(),
                        teacher.training(),
                        List.of(step.shape().hidden()),
                        StudentForm.of(step.shape()),
                        step.training(),
                        step.distillation(),
                        step.fineTuning(),
                        step.softLabels()),
                data.training(),
                data.heldOut(),
                RunFrames.turned(project, teacherRun, beside));
    }

    /** What is kept: the distilled student, or what became of it with the tag's integers. */
    private Trained<StudentModel> tuned(
            DistilStep step,
            Lesson lesson,
            Trained<StudentModel> distilled,
            LearningWatcher watcher,
            JobMonitor monitor) {
        var kept = distilled;
        for (int bits : step.fineTuning().weightBits()) {
            monitor.doing(0, "learning.on", bits);
            kept = Distillation.aware(
                    lesson.data(),
                    distilled.model(),
                    lesson.asLong().apply(step.fineTuning().training()),
                    step.distillation(),
                    lesson.softLabels(),
                    QuantizationSettings.defaults().withWeightBits(bits),
                    shelf,
                    epoch -> watcher.epoch(ModelNames.aware(bits), epoch),
                    monitor);
        }
        return kept;
    }

    private Comparison comparison(RunManifest teacherRun, Divided divided, Students students) {
        var before = archive.comparison(teacherRun);
        if (before.models().isEmpty()) {
            return before;
        }
        int[] test = divided.fold().test();
        var unwatched = JobMonitor.unwatched();
        var dataset = divided.dataset();
        return before.and(List.of(
                Answers.ofStudent(ModelNames.STUDENT, students.plain().model(), dataset, test, unwatched),
                Answers.ofStudent(ModelNames.DISTILLED, students.kept().model(), dataset, test, unwatched)));
    }

    private static Map<String, String> settings(DistilStep step, RunManifest teacherRun, Students students) {
        var settings = new LinkedHashMap<String, String>();
        for (var name : List.of(RunArchive.PROTOCOL, RunArchive.HELD_OUT, RunArchive.TRAINED_ON)) {
            settings.put(name, teacherRun.settings().getOrDefault(name, ""));
        }
        if (teacherRun.settings().containsKey(RunArchive.NOT_LEARNT)) {
            settings.put(RunArchive.NOT_LEARNT, teacherRun.settings().getOrDefault(RunArchive.NOT_LEARNT, ""));
        }
        settings.putAll(WindowSettings.of(teacherRun.settings()).toMap());
        settings.putAll(RunFrames.linesOf(teacherRun));
        settings.putAll(
                SettingAside.lines(WindowSettings.of(teacherRun.settings()).aside()));
        settings.putAll(SettingsText.of(ModelNames.STUDENT, step.training()));
        settings.putAll(SettingsText.of(step.distillation()));
        settings.putAll(SettingsText.of(step.softLabels()));
        settings.put(RunRecipe.HIDDEN, String.valueOf(step.shape().hidden()));
        settings.put(StudentForm.PERCEPTRON, String.valueOf(step.shape().perceptron()));
        settings.putAll(StudentForm.of(step.shape()).unusualInput());
        if (!step.fineTuning().weightBits().isEmpty()) {
            settings.put(RunRecipe.AWARE_BITS, step.fineTuning().weightBits().toString());
            settings.putAll(SettingsText.of(RunRecipe.AWARE, step.fineTuning().training()));
        }
        settings.put(
                "student.stopped",
                String.valueOf(students.plain().record().stopped()
                        || students.distilled().record().stopped()
                        || students.kept().record().stopped()));
        return settings;
    }

    /** What went into a run, and so into every run that is made of it, and what is special to this one. */
    static Map<String, String> inputs(RunManifest parent, Map<String, String> own) {
        var inputs = new LinkedHashMap<>(parent.inputs());
        inputs.putAll(own);
        return inputs;
    }
}
