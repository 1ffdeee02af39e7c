package org.ethotag.workflow.run;

/** Names of the files in the folder of a run. */
public final class RunFiles {
    public static final String TEACHER = "teacher.model";
    public static final String STUDENT = "student.model";
    public static final String DISTILLED = "distilled.model";
    public static final String BLOB = "model.gruq";
    public static final String GOLDEN = "golden-windows.bin";
    public static final String LAYERS = "layers.csv";
    /** Scores of a sweep. */
    public static final String SWEEP = "sweep.csv";

    public static final String SWEEP_CHART = "sweep.svg";
    public static final String FLIPS = "flips.csv";
    /** The bouts that were set aside. */
    public static final String SET_ASIDE = "set-aside.csv";

    static final String PREDICTIONS = "predictions.csv";
    static final String PROBABILITIES = "probabilities.bin";
    public static final String CURVES = "curves.csv";

    /**
     * The student of one fold of a cross-validation.
     *
     * @param fold from 0; people count from 1
     * @param student for example {@code distilled-32}
     */
    public static String ofFold(int fold, String student) {
        return "fold-" + (fold + 1) + "-" + student + ".model";
    }

    private RunFiles() {}
}
