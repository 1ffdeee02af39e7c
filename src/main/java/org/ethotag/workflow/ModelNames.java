package org.ethotag.workflow;

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

    private ModelNames() {}
}
