package org.ethotag.workflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.LabelShare;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture.Format;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.Score;
import org.ethotag.training.ModelShelf;
import org.ethotag.training.SettingsText;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.sweep.SweepCell;
import org.ethotag.workflow.sweep.SweepChart;
import org.ethotag.workflow.sweep.SweepGrid;
import org.ethotag.workflow.sweep.SweepOutcome;
import org.ethotag.workflow.sweep.SweepProblem;
import org.ethotag.workflow.sweep.SweepResult;
import org.ethotag.workflow.sweep.SweepSource;
import org.ethotag.workflow.sweep.SweepTable;

/** Carries out a {@link SweepStep}. Every model and its answers stay on the shelf, so a sweep that was killed goes on. */
final class SweepWork {
    private static final double WINDOWS_SHARE = 0.02;

    private final Project project;

    SweepWork(Project project) {
        this.project = project;
    }

    RunDraft make(SweepStep step, JobMonitor monitor) {
        if (!step.windows().aside().isNone()) {
            throw new ProblemException(
                    WorkflowProblem.ASIDE_IN_SWEEP, step.windows().aside().text());
        }
        return StudyShelf.with(project, shelf -> make(step, shelf, monitor));
    }

    RunDraft make(SweepStep step, ModelShelf shelf, JobMonitor monitor) {
        var windows = StudyWindows.of(project, step.windows(), monitor.part(0, WINDOWS_SHARE));
        var dataset = windows.dataset();
        var folds = FoldPlan.standard().of(dataset, step.circleSeed());
        checkSize(step.grid(), folds.size());
        LeakGuard.check(dataset, folds);
        var unlabelled = step.grid().sources().contains(SweepSource.UNLABELLED)
                ? UnlabelledWindows.of(project, step.windows(), dataset, monitor.part(0, WINDOWS_SHARE))
                : UnlabelledWindows.none(dataset);
        LeakGuard.check(dataset, folds, unlabelled);
        var frames = FoldFrames.of(project, dataset, folds, monitor.part(0, WINDOWS_SHARE));
        var designs = new SweepDesigns(step, dataset, folds, frames, unlabelled);
        var judge = new SweepJudge(step, designs, shelf);
        var result = result(step, judge, monitor.part(WINDOWS_SHARE, 1));
        return new RunDraft(
                RunKind.SWEEP,
                settings(step, windows, frames),
                inputs(windows, unlabelled),
                step.grid().seeds().getFirst(),
                Map.of("engine", judge.engine()),
                Map.of(
                        RunFiles.SWEEP,
                        SweepTable.csv(result).getBytes(StandardCharsets.UTF_8),
                        RunFiles.SWEEP_CHART,
                        SweepChart.of(result).file(Format.SVG)),
                new Comparison(protocol(step), step.grid().seeds().getFirst(), List.of(), List.of(), List.of()),
                scores(result));
    }

    /** As many students and animals as can be. */
    private static void checkSize(SweepGrid grid, int folds) {
        if (grid.students(folds) > SweepGrid.MOST_STUDENTS) {
            throw new ProblemException(SweepProblem.TOO_LARGE, grid.students(folds), SweepGrid.MOST_STUDENTS);
        }
        var tooMany = grid.tooMany(folds - 1);
        if (!tooMany.isEmpty()) {
            throw new ProblemException(
                    SweepProblem.TOO_MANY_ANIMALS,
                    String.join(", ", tooMany.stream().map(String::valueOf).toList()),
                    folds - 1);
        }
    }

    private static SweepResult result(SweepStep step, SweepJudge judge, JobMonitor monitor) {
        var cells = step.grid().cells();
        var outcomes = new ArrayList<SweepOutcome>();
        var teachers = new LinkedHashMap<LabelShare, Double>();
        for (int i = 0; i < cells.size(); i++) {
            monitor.checkCancelled();
            var cell = cells.get(i);
            var part = monitor.part((double) i / cells.size(), (i + 1.0) / cells.size());
            var judged = judge.judge(cell, titled(part, cell, i, cells.size()));
            judged.teacherMcc().ifPresent(mcc -> teachers.put(cell.share(), mcc));
            outcomes.add(judged.outcome());
        }
        return new SweepResult(protocol(step), step.grid().seeds(), outcomes, teachers);
    }

    private static JobMonitor titled(JobMonitor monitor, SweepCell cell, int index, int count) {
        var title = Messages.text(JobMonitor.TEXTS, "cell", index + 1, count, cell.title());
        return monitor.reporting((fraction, doing) -> monitor.progress(fraction, title + ": " + doing));
    }

    private static String protocol(SweepStep step) {
        return FoldPlan.standard().words() + "; teachers of seed "
                + step.teacher().seed() + ", " + step.teacherSteps() + " steps; students " + step.studentSteps()
                + " steps";
    }

    private static Map<String, String> settings(SweepStep step, StudyWindows windows, List<FoldFrames> frames) {
        var settings = new LinkedHashMap<>(windows.resolved(step.windows()).toMap());
        settings.putAll(SettingsText.of(ModelNames.TEACHER, step.teacher()));
        settings.putAll(SettingsText.of(ModelNames.STUDENT, step.student()));
        settings.put(RunRecipe.TEACHER_WIDTH, String.valueOf(step.width()));
        settings.putAll(step.values());
        settings.put(RunArchive.PROTOCOL, protocol(step));
        settings.put(RunArchive.TRAINED_ON, RunArchive.animals(windows.dataset().animals()));
        frames.forEach(fold -> settings.putAll(fold.lines()));
        return settings;
    }

    private static Map<String, String> inputs(StudyWindows windows, UnlabelledWindows unlabelled) {
        var inputs = new LinkedHashMap<>(windows.inputs());
        if (!unlabelled.isEmpty()) {
            inputs.put("unlabelled.sha256", unlabelled.dataset().sha256());
        }
        return inputs;
    }

    private static List<Score> scores(SweepResult result) {
        var scores = new ArrayList<Score>();
        result.teachers()
                .forEach((share, mcc) ->
                        scores.add(new Score(ModelNames.TEACHER + ", " + SweepCell.animals(share), "mcc", mcc)));
        for (SweepOutcome outcome : result.outcomes()) {
            outcome.spread().ifPresent(spread -> {
                scores.add(new Score(outcome.cell().title(), "mean mcc", spread.mean()));
                scores.add(new Score(outcome.cell().title(), "spread of mcc", spread.spread()));
            });
        }
        return scores;
    }
}
