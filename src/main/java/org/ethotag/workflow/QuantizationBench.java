package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Optional;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.Predictions;
import org.ethotag.flash.TagProfile;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.SensorScale;
import org.ethotag.quantization.batch.BatchEngine;
import org.ethotag.quantization.batch.WindowSource;
import org.ethotag.training.Inference;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/**
 * What trying out integers on one student needs, read once: the student, the windows and what floating point says about
 * them. Callers must not change the arrays.
 *
 * @param run that made the student
 * @param student the distilled one
 * @param training windows that it learnt from; only their range matters here
 * @param judged windows to judge on: those of the animals held out, or all if none were
 * @param heldOut whether the judged windows are of animals that the student never saw
 * @param floatLogits of the student, [window of judged][class]
 * @param other what another model says about the same windows: the teacher if it judged them, else the student without
 *     distillation
 * @param engine that is asked about the judged windows again and again; it keeps what did not change
 */
public record QuantizationBench(
        RunManifest run,
        StudentModel student,
        Dataset training,
        Dataset judged,
        boolean heldOut,
        float[][] floatLogits,
        ModelAnswers other,
        BatchEngine engine) {
    /**
     * Reads a student and asks it about its windows.
     *
     * @throws org.ethotag.problem.ProblemException if the study is no longer the one that the run learnt from
     */
    static QuantizationBench of(Project project, String studentRun, JobMonitor monitor) {
        var archive = new RunArchive(project);
        var run = archive.run(studentRun, RunKind.STUDENT);
        var divided = StudentWork.divided(project, run, monitor.part(0, 0.5));
        var student = ModelFile.student(project.runFile(run.id(), RunFiles.DISTILLED));
        int[] test = divided.fold().test();
        boolean heldOut = test.length > 0;
        var judged = heldOut ? divided.dataset().only(test) : divided.dataset();
        var training = divided.dataset().only(divided.fold().train());
        monitor.doing(0.5, "asking.student");
        float[][] logits = Inference.logits(student, judged, judged.allIndices(), monitor.part(0.5, 0.8));
        var other = teacher(archive.comparison(run), judged.size())
                .orElseGet(() -> plain(project, run, judged, monitor.part(0.8, 1)));
        return new QuantizationBench(run, student, training, judged, heldOut, logits, other, engine(judged));
    }

    private static BatchEngine engine(Dataset windows) {
        return new BatchEngine(WindowSource.of(windows, windows.allIndices()));
    }

    private static Optional<ModelAnswers> teacher(Comparison comparison, int windows) {
        return comparison.models().stream()
                .filter(model -> model.name().equals(ModelNames.TEACHER))
                .filter(model -> model.answers().size() == windows)
                .findFirst();
    }

    private static ModelAnswers plain(Project project, RunManifest run, Dataset judged, JobMonitor monitor) {
        var student = ModelFile.student(project.runFile(run.id(), RunFiles.STUDENT));
        return Answers.ofStudent(ModelNames.STUDENT, student, judged, judged.allIndices(), monitor);
    }

    /** The classes that the float student gives. */
    public int[] floatAnswers() {
        return Inference.answers(floatLogits);
    }

    /** Answers for the judged windows, in their order, beside the truth. */
    public Predictions predictions(int[] answers) {
        return Predictions.of(judged, judged.allIndices(), answers);
    }

    /** The same with at most so many of the judged windows, evenly spread. */
    public QuantizationBench sample(int most) {
        int all = judged.size();
        int count = Math.min(all, most);
        int[] some = new int[count];
        float[][] logits = new float[count][];
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            some[i] = (int) ((long) i * all / count);
            logits[i] = floatLogits[some[i]];
            answers.add(other.answers().get(some[i]));
        }
        var fewer = judged.only(some);
        var same = new ModelAnswers(other.name(), other.hidden(), answers, other.bytes(), other.multiplications());
        return new QuantizationBench(run, student, training, fewer, heldOut, logits, same, engine(fewer));
    }

    /** What a count of a profile's sensor means. */
    public static SensorScale sensor(TagProfile profile) {
        return new SensorScale(profile.sensor().rangeG(), profile.sensor().countsPerG());
    }
}
