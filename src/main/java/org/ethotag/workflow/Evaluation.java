package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.training.Inference;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/** Tests the models of a run on animals that they never saw, for example ones that were added later. */
final class Evaluation {
    private final Project project;
    private final RunArchive archive;

    Evaluation(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    Comparison run(String id, Set<String> animals, JobMonitor monitor) {
        var run = archive.run(id);
        requireUnseen(run, animals);
        var recorded = StudyWindows.of(project, WindowSettings.of(run.settings()), monitor.part(0, 0.2))
                .dataset();
        var dataset = recorded.turned(StudyFrames.besideRun(project, run, monitor.part(0, 0.2)));
        int[] windows = windowsOf(dataset, animals);
        if (windows.length == 0) {
            throw new ProblemException(
                    WorkflowProblem.NO_WINDOWS_OF_ANIMALS,
                    String.join(", ", new TreeSet<>(animals)),
                    String.join(", ", dataset.animals()));
        }
        return new Comparison(
                "judged on animals that were never learnt from: " + String.join(", ", new TreeSet<>(animals)),
                run.seed(),
                dataset.classes(),
                dataset.only(windows).windows(),
                models(run, dataset, windows, monitor.part(0.2, 1)),
                baselines(run, dataset, windows),
                Collections.nCopies(windows.length, 0));
    }

    /** As the animals that the run learnt from would have them; none if they are no longer in the study. */
    private static List<ModelAnswers> baselines(RunManifest run, Dataset dataset, int[] windows) {
        var learnt = Set.copyOf(RunArchive.animals(run, RunArchive.TRAINED_ON));
        int[] train = windowsOf(dataset, learnt);
        return train.length == 0 ? List.of() : Answers.baselines(dataset, List.of(new Fold("unseen", train, windows)));
    }

    /** The same on all windows, whoever they are of. */
    Comparison inSample(String id, JobMonitor monitor) {
        var run = archive.run(id);
        var recorded = StudyWindows.of(project, WindowSettings.of(run.settings()), monitor.part(0, 0.2))
                .dataset();
        var dataset = recorded.turned(StudyFrames.besideRun(project, run, monitor.part(0, 0.2)));
        int[] windows = Split.withoutOverlap(dataset, dataset.allIndices());
        return new Comparison(
                "in sample: learnt from "
                        + String.join(", ", new TreeSet<>(RunArchive.animals(run, RunArchive.TRAINED_ON))),
                run.seed(),
                dataset.classes(),
                dataset.only(windows).windows(),
                models(run, dataset, windows, monitor.part(0.2, 1)));
    }

    private static void requireUnseen(RunManifest run, Set<String> animals) {
        var seen = RunArchive.animals(run, RunArchive.TRAINED_ON).stream()
                .filter(animals::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!seen.isEmpty()) {
            throw new ProblemException(WorkflowProblem.ANIMALS_WERE_LEARNT_FROM, run.id(), String.join(", ", seen));
        }
    }

    private static int[] windowsOf(Dataset dataset, Set<String> animals) {
        int[] windows = IntStream.range(0, dataset.size())
                .filter(i -> animals.contains(dataset.windows().get(i).animal()))
                .toArray();
        return Split.withoutOverlap(dataset, windows);
    }

    private List<ModelAnswers> models(RunManifest run, Dataset dataset, int[] windows, JobMonitor monitor) {
        var files = project.runFiles(run.id());
        var models = new ArrayList<ModelAnswers>();
        for (String parent : List.of(RunArchive.TEACHER_RUN, RunArchive.STUDENT_RUN)) {
            var parentId = run.inputs().getOrDefault(parent, "");
            if (!parentId.isEmpty()
                    && !(parent.equals(RunArchive.TEACHER_RUN) && run.kind().equals(RunKind.QUANTIZED.id()))) {
                models.addAll(models(archive.run(parentId), dataset, windows, monitor));
            }
        }
        if (files.contains(RunFiles.TEACHER)) {
            var teacher = ModelFile.teacher(project.runFile(run.id(), RunFiles.TEACHER));
            models.add(Answers.ofTeacher(teacher, Inference.logits(teacher, dataset, windows, monitor)));
        }
        if (files.contains(RunFiles.STUDENT)) {
            var plain = ModelFile.student(project.runFile(run.id(), RunFiles.STUDENT));
            models.add(Answers.ofStudent(ModelNames.STUDENT, plain, dataset, windows, monitor));
            var distilled = ModelFile.student(project.runFile(run.id(), RunFiles.DISTILLED));
            models.add(Answers.ofStudent(ModelNames.DISTILLED, distilled, dataset, windows, monitor));
        }
        if (run.kind().equals(RunKind.QUANTIZED.id())) {
            var student = ModelFile.student(
                    project.runFile(RunArchive.input(run, RunArchive.STUDENT_RUN), RunFiles.DISTILLED));
            var graph = new QuantizeWork(project).graph(run, monitor);
            models.add(Answers.ofFixed(student, graph, dataset, windows, monitor));
        }
        return models;
    }
}
