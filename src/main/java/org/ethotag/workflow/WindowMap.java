package org.ethotag.workflow;

import java.util.stream.IntStream;
import org.ethotag.evaluation.Projection;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.training.Inference;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/**
 * The judged windows of a run on a plane: windows that the teacher takes for alike lie together.
 *
 * @param projection one place per row of the comparison
 * @param features how many numbers of the teacher a place is made of
 * @param inside whether these are what the teacher's last layer reads; else they are logarithms of its probabilities, as
 *     in a cross-validation, where every fold has a teacher of its own and only the classes mean the same to all
 */
public record WindowMap(Projection projection, int features, boolean inside) {
    /** Below this a probability is rounding. */
    private static final double SMALLEST = 1e-6;

    /**
     * Lays out the windows of a run.
     *
     * @throws ProblemException if the run's teacher is needed and the study changed since, or no model's probabilities are
     *     known
     */
    static WindowMap of(Project project, RunManifest run, Comparison comparison, JobMonitor monitor) {
        var archive = new RunArchive(project);
        var teacherRun = run.kind().equals(RunKind.TEACHER.id())
                ? run
                : project.run(run.inputs().getOrDefault(RunArchive.TEACHER_RUN, ""))
                        .orElse(null);
        if (teacherRun != null && project.runFiles(teacherRun.id()).contains(RunFiles.TEACHER)) {
            var divided = StudentWork.divided(project, archive.run(teacherRun.id()), monitor.part(0, 0.1));
            int[] windows = divided.fold().test();
            var teacher = ModelFile.teacher(project.runFile(teacherRun.id(), RunFiles.TEACHER));
            float[][] features = Inference.features(teacher, divided.dataset(), windows, monitor.part(0.1, 0.95));
            return new WindowMap(Projection.of(features), features.length == 0 ? 0 : features[0].length, true);
        }
        return ofProbabilities(run, comparison);
    }

    private static WindowMap ofProbabilities(RunManifest run, Comparison comparison) {
        var known = comparison.models().stream()
                .map(Comparison.ModelAnswers::probabilities)
                .filter(probabilities -> !probabilities.isEmpty())
                .findFirst()
                .orElseThrow(() -> new ProblemException(WorkflowProblem.NO_PROBABILITIES, run.id()));
        float[][] logs = IntStream.range(0, known.size())
                .mapToObj(window -> {
                    float[] row = new float[known.classes()];
                    for (int c = 0; c < row.length; c++) {
                        row[c] = (float) Math.log(Math.max(SMALLEST, known.of(window, c)));
                    }
                    return row;
                })
                .toArray(float[][]::new);
        return new WindowMap(Projection.of(logs), known.classes(), false);
    }
}
