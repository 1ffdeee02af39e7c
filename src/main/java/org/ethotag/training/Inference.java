package org.ethotag.training;

import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.Weights;

/** Answers of trained models on the engine. */
public final class Inference {
    private Inference() {}

    /**
     * Logits of the teacher, [window][class]: also the soft labels of distillation.
     *
     * @param windows which windows of the dataset, in this order
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws org.ethotag.problem.ProblemException if the engine is missing
     */
    public static float[][] logits(TeacherModel model, Dataset dataset, int[] windows, JobMonitor monitor) {
        return logits(model.spec(), model.weights(), model.normalization(), dataset, windows, monitor);
    }

    /** Logits of the student, [window][class]; the same as {@link org.ethotag.model.StudentForward} but for rounding. */
    public static float[][] logits(StudentModel model, Dataset dataset, int[] windows, JobMonitor monitor) {
        return logits(model.spec(), model.weights(), model.normalization(), dataset, windows, monitor);
    }

    /** The class with the largest logit of every window; the lowest index wins ties, as on the tag. */
    public static int[] answers(float[][] logits) {
        int[] answers = new int[logits.length];
        for (int i = 0; i < logits.length; i++) {
            for (int c = 1; c < logits[i].length; c++) {
                if (logits[i][c] > logits[i][answers[i]]) {
                    answers[i] = c;
                }
            }
        }
        return answers;
    }

    /**
     * What the teacher's last layer reads, [window][feature]: the mean over time of every filter.
     *
     * @param windows which windows of the dataset, in this order
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public static float[][] features(TeacherModel model, Dataset dataset, int[] windows, JobMonitor monitor) {
        var spec = model.spec().withoutLastLayer();
        return logits(
                spec, WeightLayout.of(spec).only(model.weights()), model.normalization(), dataset, windows, monitor);
    }

    private static float[][] logits(
            NetworkSpec spec,
            Weights weights,
            Normalization normalization,
            Dataset dataset,
            int[] windows,
            JobMonitor monitor) {
        try (var manager = LearningEngine.start().newManager();
                var parameters = Parameters.of(manager, WeightLayout.of(spec), weights)) {
            var uploaded = new NativeWindows(manager, dataset, windows, normalization);
            int[] all = IntStream.range(0, windows.length).toArray();
            return new BatchedForward(manager, new Network(spec)).logits(parameters, uploaded, all, monitor);
        }
    }
}
