package org.ethotag.workflow;

import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.SampleRate;
import org.ethotag.training.Inference;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.RunProblem;

/**
 * The model of a run, ready to be asked about any windows of its length.
 *
 * @param title as tables have it
 * @param classes one per probability
 * @param lengthSamples of a window
 * @param rate samples per second that it learnt from
 * @param asked answers windows, whatever their labels are
 */
record WindowModel(String title, List<String> classes, int lengthSamples, SampleRate rate, Asked asked) {
    /** Says how likely each class is. */
    interface Asked {
        Probabilities about(Dataset windows, JobMonitor monitor);
    }

    /**
     * Reads the model of a run.
     *
     * @throws ProblemException if the run has no single model: a cross-validation has one per fold
     */
    static WindowModel of(Project project, RunManifest run, JobMonitor monitor) {
        var files = project.runFiles(run.id());
        if (run.kind().equals(RunKind.QUANTIZED.id())) {
            return ofIntegers(project, run, monitor);
        }
        if (files.contains(RunFiles.TEACHER)) {
            return ofTeacher(project, run);
        }
        if (files.contains(RunFiles.DISTILLED)) {
            return ofStudent(project, run);
        }
        throw new ProblemException(
                RunProblem.WRONG_KIND_OF_RUN,
                run.id(),
                run.kind(),
                String.join(" or ", RunKind.TEACHER.id(), RunKind.STUDENT.id(), RunKind.QUANTIZED.id()));
    }

    /** The same asked about windows in the mounting frames of sessions, by their ids. */
    WindowModel turned(Map<String, Rotation> frames) {
        return frames.isEmpty()
                ? this
                : new WindowModel(
                        title,
                        classes,
                        lengthSamples,
                        rate,
                        (windows, asking) -> asked.about(windows.turned(frames), asking));
    }

    private static WindowModel ofTeacher(Project project, RunManifest run) {
        var teacher = ModelFile.teacher(project.runFile(run.id(), RunFiles.TEACHER));
        return new WindowModel(
                ModelNames.TEACHER,
                teacher.classes(),
                teacher.windows().lengthSamples(),
                teacher.rate(),
                (windows, asking) -> Answers.ofTeacher(
                                teacher, Inference.logits(teacher, windows, windows.allIndices(), asking))
                        .probabilities());
    }

    private static WindowModel ofStudent(Project project, RunManifest run) {
        var student = ModelFile.student(project.runFile(run.id(), RunFiles.DISTILLED));
        return new WindowModel(
                ModelNames.DISTILLED + " H=" + student.hidden(),
                student.classes(),
                student.windows().lengthSamples(),
                student.rate(),
                (windows, asking) -> Answers.ofStudent(
                                ModelNames.DISTILLED, student, windows, windows.allIndices(), asking)
                        .probabilities());
    }

    private static WindowModel ofIntegers(Project project, RunManifest run, JobMonitor monitor) {
        var student =
                ModelFile.student(project.runFile(RunArchive.input(run, RunArchive.STUDENT_RUN), RunFiles.DISTILLED));
        var graph = new QuantizeWork(project).graph(run, monitor);
        return new WindowModel(
                ModelNames.FIXED + " H=" + student.hidden(),
                graph.classes(),
                graph.windows().lengthSamples(),
                graph.rate(),
                (windows, asking) -> Answers.ofFixed(student, graph, windows, windows.allIndices(), asking)
                        .probabilities());
    }
}
