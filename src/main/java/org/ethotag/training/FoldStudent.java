package org.ethotag.training;

import java.util.Arrays;
import org.ethotag.model.StudentModel;

/**
 * One student of a fold. Callers must not change the array.
 *
 * @param distilled whether the teacher helped
 * @param awareBits width of the weights with whose integers the distilled student learnt on; 0 if it did not
 * @param model the student
 * @param logits its answers in floating point on the fold's test windows, [window][class]
 */
public record FoldStudent(boolean distilled, int awareBits, StudentModel model, float[][] logits) {
    private static final String AWARE = "aware-int";

    /** Units of the recurrent layer. */
    public int hidden() {
        return model.hidden();
    }

    /**
     * How files and tables name it: {@code student-32} without a teacher, {@code distilled-32} with one,
     * {@code aware-int8-32} if that one learnt on with integers.
     */
    public String name() {
        var kind = awareBits > 0 ? AWARE + awareBits + "-" : distilled ? "distilled-" : "student-";
        return kind + hidden();
    }

    /** What {@link #name} says. */
    static FoldStudent named(String name, StudentModel model, float[][] logits) {
        boolean aware = name.startsWith(AWARE);
        int bits = aware ? Integer.parseInt(name.substring(AWARE.length(), name.lastIndexOf('-'))) : 0;
        return new FoldStudent(aware || name.startsWith("distilled-"), bits, model, logits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldStudent(boolean d, int a, StudentModel m, float[][] l)
                && distilled == d
                && awareBits == a
                && model.equals(m)
                && Arrays.deepEquals(logits, l);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.deepHashCode(logits);
    }
}
