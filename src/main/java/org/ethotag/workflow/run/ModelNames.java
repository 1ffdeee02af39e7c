package org.ethotag.workflow.run;

/** What models are called in tables, runs and answers. */
public final class ModelNames {
    /** The large network. */
    public static final String TEACHER = "teacher";
    /** The small network, trained on hard labels alone: the baseline of every report. */
    public static final String STUDENT = "student";
    /** The small network, trained with the teacher's help. */
    public static final String DISTILLED = "distilled";
    /** The distilled network in integers. */
    public static final String FIXED = "fixed";

    /** A student in integers: {@link #FIXED} with 16-bit weights, else for example {@code fixed-int8}. */
    public static String fixed(int weightBits) {
        return weightBits == Short.SIZE ? FIXED : FIXED + "-int" + weightBits;
    }

    /** A student that learnt on with integers of that width, in integers: for example {@code aware-int8}. */
    public static String aware(int weightBits) {
        return "aware-int" + weightBits;
    }

    private ModelNames() {}
}
