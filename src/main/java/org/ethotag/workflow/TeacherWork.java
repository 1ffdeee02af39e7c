package org.ethotag.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.TeacherModel;
import org.ethotag.project.Project;
import org.ethotag.signal.Rotation;
import org.ethotag.study.MountedTag;
import org.ethotag.training.Inference;
import org.ethotag.training.ModelShelf;
import org.ethotag.training.SettingsText;
import org.ethotag.training.TeacherTraining;
import org.ethotag.training.Trained;
import org.ethotag.training.TrainingData;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.CurvesCsv;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/** Carries out a {@link TrainTeacherStep}. */
final class TeacherWork {
    private final Project project;
    private final ModelShelf shelf;

    /** @param shelf where a training is kept while it is unfinished */
    TeacherWork(Project project, ModelShelf shelf) {
        this.project = project;
        this.shelf = shelf;
    }

    RunDraft make(TrainTeacherStep step, LearningWatcher watcher, JobMonitor monitor) {
        var windows = StudyWindows.of(project, step.windows(), monitor.part(0, 0.05));
        var whole = foldOf(windows.dataset(), step);
        LeakGuard.check(windows.dataset(), List.of(whole));
        var aside = SettingAside.of(
                project, step.windows().aside(), windows.dataset(), List.of(whole), monitor.part(0, 0.05));
        var fold = aside.learning(windows.dataset(), List.of(whole)).getFirst();
        var study = StudyFrames.of(project, monitor.part(0, 0.05));
        var frames =
                study.frames(Set.copyOf(windows.dataset().only(fold.train()).animals()));
        var dataset = windows.dataset().turned(study.bySession(frames));
        monitor.doing(0.05, "training.teacher");
        var trained = TeacherTraining.train(
                TrainingData.of(dataset, fold),
                step.width(),
                step.training(),
                shelf,
                epoch -> watcher.epoch(ModelNames.TEACHER, epoch),
                monitor.part(0.05, 0.95));
        monitor.checkCancelled();
        monitor.doing(0.95, "judging.teacher");
        var comparison = comparison(step, dataset, fold, trained.model()).with(aside);
        return new RunDraft(
                RunKind.TEACHER,
                settings(step, windows, fold, trained, frames),
                windows.inputs(aside),
                step.training().seed(),
                Map.of("engine", trained.record().engine()),
                Map.of(
                        RunFiles.TEACHER, ModelFile.bytes(trained.model()),
                        RunFiles.CURVES, CurvesCsv.write(Map.of(ModelNames.TEACHER, trained.record()))),
                comparison,
                List.of());
    }

    private static Fold foldOf(Dataset dataset, TrainTeacherStep step) {
        if (step.holdOut().isEmpty()) {
            Split.checkLearnable(dataset);
            return new Fold("none", dataset.allIndices(), new int[0]);
        }
        return Split.holdOut(dataset, step.holdOut());
    }

    private static Comparison comparison(TrainTeacherStep step, Dataset dataset, Fold fold, TeacherModel model) {
        var protocol = protocol(step);
        if (fold.test().length == 0) {
            return new Comparison(protocol, step.training().seed(), List.of(), List.of(), List.of());
        }
        var logits = Inference.logits(model, dataset, fold.test(), JobMonitor.unwatched());
        var answers = Answers.ofTeacher(model, logits);
        return new Comparison(
                protocol,
                step.training().seed(),
                dataset.classes(),
                dataset.only(fold.test()).windows(),
                List.of(answers),
                Answers.baselines(dataset, List.of(fold)),
                Collections.nCopies(fold.test().length, 0));
    }

    private static String protocol(TrainTeacherStep step) {
        return step.holdOut().isEmpty()
                ? "learnt from all animals, judged on none"
                : "judged on animals held out: " + String.join(", ", new TreeSet<>(step.holdOut()));
    }

    private static Map<String, String> settings(
            TrainTeacherStep step,
            StudyWindows windows,
            Fold fold,
            Trained<TeacherModel> trained,
            Map<MountedTag, Rotation> frames) {
        var settings = new LinkedHashMap<>(windows.resolved(step.windows()).toMap());
        settings.putAll(SettingsText.of(ModelNames.TEACHER, step.training()));
        settings.put(RunRecipe.TEACHER_WIDTH, String.valueOf(step.width()));
        settings.put("teacher.stopped", String.valueOf(trained.record().stopped()));
        settings.put(RunArchive.PROTOCOL, protocol(step));
        var notLearnt = NotLearnt.words(windows.dataset(), List.of(fold));
        if (!notLearnt.isEmpty()) {
            settings.put(RunArchive.NOT_LEARNT, notLearnt);
        }
        settings.put(RunArchive.HELD_OUT, RunArchive.animals(new TreeSet<>(step.holdOut())));
        settings.put(
                RunArchive.TRAINED_ON,
                RunArchive.animals(windows.dataset().only(fold.train()).animals()));
        settings.putAll(RunFrames.lines(frames));
        settings.putAll(SettingAside.lines(step.windows().aside()));
        return settings;
    }
}
