package org.ethotag.workflow;

/** Names of the files in the folder of a run. */
final class RunFiles {
    static final String TEACHER = "teacher.model";
    static final String STUDENT = "student.model";
    static final String DISTILLED = "distilled.model";
    static final String BLOB = "model.gruq";
    static final String GOLDEN = "golden-windows.bin";
    static final String LAYERS = "layers.csv";
    static final String FLIPS = "flips.csv";
    static final String PREDICTIONS = "predictions.csv";
    static final String PROBABILITIES = "probabilities.bin";
    static final String CURVES = "curves.csv";

    /**
     * The student of one fold of a cross-validation.
     *
     * @param fold from 0; people count from 1
     * @param student for example {@code distilled-32}
     */
    static String ofFold(int fold, String student) {
        return "fold-" + (fold + 1) + "-" + student + ".model";
    }

    private RunFiles() {}
}
