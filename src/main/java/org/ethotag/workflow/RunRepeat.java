package org.ethotag.workflow;

import java.util.TreeMap;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.ModelShelf;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunKind;

/** Makes a run again from nothing but its manifest and the study, keeps nothing of it, and compares byte for byte. */
final class RunRepeat {
    private final Project project;
    private final RunArchive archive;

    RunRepeat(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    RunVerification run(String id, JobMonitor monitor) {
        var run = archive.run(id);
        requireSameStudy(run);
        var again = again(run, monitor);
        var files = new TreeMap<String, String>();
        project.runFiles(id).forEach(name -> files.put(name, StudyHashes.sha256(project.runFile(id, name))));
        return RunVerification.of(run, files, project.scores(id), again);
    }

    /** Before hours of training, not after. */
    private void requireSameStudy(RunManifest run) {
        StudyHashes.of(project).forEach((name, now) -> {
            if (!run.inputs().getOrDefault(name, now).equals(now)) {
                throw new ProblemException(WorkflowProblem.STUDY_CHANGED_SINCE, run.id());
            }
        });
    }

    private RunDraft again(RunManifest run, JobMonitor monitor) {
        var recipe = new RunRecipe(run);
        LearningWatcher nobody = (_, _) -> {};
        return switch (RunKind.of(run.kind())) {
            case TEACHER -> new TeacherWork(project, ModelShelf.none()).make(recipe.teacher(), nobody, monitor);
            case STUDENT -> new StudentWork(project, ModelShelf.none()).make(recipe.student(), nobody, monitor);
            case QUANTIZED ->
                new QuantizeWork(project).make(recipe.quantized(), monitor).draft();
            case CROSSVALIDATION ->
                new CrossValidation(project)
                        .make(recipe.crossValidation(FoldRunner.spareProcesses()), ModelShelf.none(), monitor);
            case SWEEP -> new SweepWork(project).make(recipe.sweep(), ModelShelf.none(), monitor);
        };
    }
}
