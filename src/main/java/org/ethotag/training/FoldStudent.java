package org.ethotag.training;

import java.util.Arrays;
import org.ethotag.model.StudentModel;

/**
 * One student of a fold. Callers must not change the array.
 *
 * @param distilled whether the teacher helped
 * @param model the student
 * @param logits its answers on the fold's test windows, [window][class]
 */
public record FoldStudent(boolean distilled, StudentModel model, float[][] logits) {
    /** Units of the recurrent layer. */
    public int hidden() {
        return model.hidden();
    }

    /** How files and tables name it: {@code student-32} without a teacher, {@code distilled-32} with one. */
    public String name() {
        return (distilled ? "distilled-" : "student-") + hidden();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldStudent(boolean d, StudentModel m, float[][] l)
                && distilled == d
                && model.equals(m)
                && Arrays.deepEquals(logits, l);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.deepHashCode(logits);
    }
}
