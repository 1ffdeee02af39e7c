package org.ethotag.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobMonitor;
import org.ethotag.signal.Rotation;
import org.ethotag.model.ModelFile;
import org.ethotag.project.Project;
import org.ethotag.training.FoldInput;
import org.ethotag.training.FoldResult;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.FoldSettings;
import org.ethotag.training.FoldStudent;
import org.ethotag.training.ModelShelf;
import org.ethotag.training.SettingsText;
import org.ethotag.training.StudentShape;
import org.ethotag.workflow.Comparison.ModelAnswers;

/** Carries out a {@link CrossValidateStep}. */
final class CrossValidation {
    private static final double WINDOWS_SHARE = 0.02;
    private static final double FOLDS_SHARE = 0.95;
    /** Folder in the study with finished parts of folds. */
    private static final String SHELF = "shelf";

    private static final Duration KEPT_ON_SHELF = Duration.ofDays(30);

    private final Project project;

    CrossValidation(Project project) {
        this.project = project;
    }

    /** With the study's shelf of finished parts: what was killed goes on, and seeds share their teachers. */
    RunDraft make(CrossValidateStep step, JobMonitor monitor) {
        var shelf = ModelShelf.at(project.folder().resolve(SHELF));
        var draft = make(step, shelf, monitor);
        shelf.tidy(Instant.now(), KEPT_ON_SHELF);
        return draft;
    }

    RunDraft make(CrossValidateStep step, ModelShelf shelf, JobMonitor monitor) {
        var windows = StudyWindows.of(project, step.windows(), monitor.part(0, WINDOWS_SHARE));
        var dataset = windows.dataset();
        var folds = step.folds().of(dataset, step.teacher().seed());
        var leaks = LeakGuard.check(dataset, folds);
        var frames = frames(dataset, folds, monitor.part(0, WINDOWS_SHARE));
        var inputs = IntStream.range(0, folds.size())
                .mapToObj(i -> input(step, frames.get(i).of(dataset), folds.get(i)))
                .toList();
