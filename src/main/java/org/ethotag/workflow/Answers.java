package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.evaluation.Baselines;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.export.ModelBlob;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.batch.FixedAnswers;
import org.ethotag.training.Inference;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ModelNames;

/** What models say about windows, with what they cost. */
final class Answers {
    private Answers() {}

    /** @param logits [window][class] */
    static ModelAnswers ofTeacher(TeacherModel model, float[][] logits) {
        return floats(ModelNames.TEACHER, 0, model.spec(), model.windows().lengthSamples(), logits);
    }

    static ModelAnswers ofStudent(String name, StudentModel model, Dataset dataset, int[] windows, JobMonitor monitor) {
        return ofStudent(name, model, Inference.logits(model, dataset, windows, monitor));
    }

    /** @param logits [window][class] */
    static ModelAnswers ofStudent(String name, StudentModel model, float[][] logits) {
        return floats(name, model.hidden(), model.spec(), model.windows().lengthSamples(), logits);
    }

    /** The integer engine's answers. */
    static ModelAnswers ofFixed(
            StudentModel student, QuantizedGraph graph, Dataset dataset, int[] windows, JobMonitor monitor) {
        return ofFixed(ModelNames.FIXED, student, graph, dataset, windows, monitor);
    }

    /** The same under another name; a graph that no tag can carry has the bytes of its parameters. */
    static ModelAnswers ofFixed(
            String name,
            StudentModel student,
            QuantizedGraph graph,
            Dataset dataset,
            int[] windows,
            JobMonitor monitor) {
        var answers = FixedAnswers.of(graph, dataset, windows, monitor);
        double[][] logits = new double[answers.size()][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = real(graph, answers.logits(i));
        }
        return new ModelAnswers(
                name,
                student.hidden(),
                boxed(answers.classes()),
                graph.isCarriedByBlob() ? ModelBlob.of(graph).size() : graph.parameterBytes(),
                student.spec().multiplications(student.windows().lengthSamples()),
                Probabilities.softmax(logits));
    }

    /** What the integers of the last layer stand for, one per class. */
    static double[] real(QuantizedGraph graph, int[] logits) {
        return IntStream.range(0, logits.length)
                .mapToDouble(c -> graph.format(EdgeName.LOGITS, c).toReal(logits[c]))
                .toArray();
    }

    /** What can be had without a network, pooled over folds. */
    static List<ModelAnswers> baselines(Dataset dataset, List<Fold> folds) {
        var found = new ArrayList<ModelAnswers>();
        Baselines.crossValidated(dataset, folds).forEach((name, predictions) -> found.add(baseline(name, predictions)));
        return List.copyOf(found);
    }

    private static ModelAnswers baseline(String name, Predictions predictions) {
        return new ModelAnswers(name, 0, boxed(predictions.answer()), 0, 0);
    }

    private static ModelAnswers floats(String name, int hidden, NetworkSpec spec, int samples, float[][] logits) {
        double[][] exact = new double[logits.length][];
        for (int i = 0; i < logits.length; i++) {
            float[] row = logits[i];
            exact[i] = IntStream.range(0, row.length).mapToDouble(c -> row[c]).toArray();
        }
        return new ModelAnswers(
                name,
                hidden,
                boxed(Inference.answers(logits)),
                Float.BYTES * spec.parameters(),
                spec.multiplications(samples),
                Probabilities.softmax(exact));
    }

    private static List<Integer> boxed(int[] answers) {
        return IntStream.of(answers).boxed().toList();
    }
}
