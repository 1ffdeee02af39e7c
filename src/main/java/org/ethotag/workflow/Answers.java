package org.ethotag.workflow;

import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.export.ModelBlob;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.quantization.FixedAnswers;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.training.Inference;
import org.ethotag.workflow.Comparison.ModelAnswers;

/** What models say about windows, with what they cost. */
final class Answers {
    private Answers() {}

    static ModelAnswers ofTeacher(TeacherModel model, int[] answers) {
        return floats(ModelNames.TEACHER, 0, model.spec(), model.windows().lengthSamples(), answers);
    }

    static ModelAnswers ofStudent(String name, StudentModel model, Dataset dataset, int[] windows, JobMonitor monitor) {
        int[] answers = Inference.answers(Inference.logits(model, dataset, windows, monitor));
        return ofStudent(name, model, answers);
    }

    static ModelAnswers ofStudent(String name, StudentModel model, int[] answers) {
        return floats(name, model.hidden(), model.spec(), model.windows().lengthSamples(), answers);
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
        int[] answers = FixedAnswers.classes(graph, dataset, windows, monitor);
        return new ModelAnswers(
                name,
                student.hidden(),
                boxed(answers),
                graph.isCarriedByBlob() ? ModelBlob.of(graph).size() : graph.parameterBytes(),
                student.spec().multiplications(student.windows().lengthSamples()));
    }

    private static ModelAnswers floats(String name, int hidden, NetworkSpec spec, int samples, int[] answers) {
        return new ModelAnswers(
                name, hidden, boxed(answers), Float.BYTES * spec.parameters(), spec.multiplications(samples));
    }

    private static List<Integer> boxed(int[] answers) {
        return IntStream.of(answers).boxed().toList();
    }
}
