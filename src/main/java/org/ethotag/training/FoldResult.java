package org.ethotag.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.Predictions;
import org.ethotag.model.TeacherModel;

/**
 * What a fold gives. Callers must not change the array.
 *
 * @param name what was held out
 * @param teacher trained on the training windows
 * @param teacherLogits its answers on the test windows, [window][class]
 * @param students for every size one without and one with the teacher's help
 * @param manifest hashes of what went in and came out, seeds, versions, threads: what makes the result what it is
 */
public record FoldResult(
        String name,
        TeacherModel teacher,
        float[][] teacherLogits,
        List<FoldStudent> students,
        Map<String, String> manifest) {
    /** How files and tables name the teacher. */
    public static final String TEACHER = "teacher";

    public FoldResult {
        students = List.copyOf(students);
        manifest = Collections.unmodifiableMap(new LinkedHashMap<>(manifest));
    }

    /** Logits on the test windows by the model's name, the teacher first. */
    public Map<String, float[][]> logits() {
        var logits = new LinkedHashMap<String, float[][]>();
        logits.put(TEACHER, teacherLogits);
        for (FoldStudent student : students) {
            logits.put(student.name(), student.logits());
        }
        return logits;
    }

    /**
     * Answers of every model, by name.
     *
     * @param test the fold's test windows
     */
    public Map<String, Predictions> predictions(Dataset test) {
        var predictions = new LinkedHashMap<String, Predictions>();
        logits().forEach((model, logits) ->
                predictions.put(model, Predictions.of(test, test.allIndices(), Inference.answers(logits))));
        return predictions;
    }

    /**
     * The predictions of all folds as one, by the model's name.
     *
     * @param tests the folds' test windows, in their order
     */
    public static Map<String, Predictions> pooled(List<FoldResult> folds, List<Dataset> tests) {
        var perModel = new LinkedHashMap<String, List<Predictions>>();
        for (int i = 0; i < folds.size(); i++) {
            folds.get(i)
                    .predictions(tests.get(i))
                    .forEach((model, predictions) -> perModel.computeIfAbsent(model, _ -> new ArrayList<>())
                            .add(predictions));
        }
        var pooled = new LinkedHashMap<String, Predictions>();
        perModel.forEach((model, predictions) -> pooled.put(model, Predictions.pooled(predictions)));
        return pooled;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldResult r
                && name.equals(r.name)
                && teacher.equals(r.teacher)
                && Arrays.deepEquals(teacherLogits, r.teacherLogits)
                && students.equals(r.students)
                && manifest.equals(r.manifest);
    }

    @Override
    public int hashCode() {
        return 31 * teacher.hashCode() + manifest.hashCode();
    }
}
