package org.ethotag.workflow.result;

/** Where results are counted from. */
public sealed interface ResultSource {
    /** A label track of the sessions, whoever labelled: people, or a model that labelled ahead. */
    record Labels(String track) implements ResultSource {}

    /**
     * The answers of a model of a run on the windows that it was judged on; if it was judged on none, on the windows that it
     * learnt from.
     *
     * @param run id of the run
     * @param title of the model in the run, or {@value #TRUTH} for the labels of the same windows
     */
    record Model(String run, String title) implements ResultSource {
        /** The labels of the windows, so that a model is compared with what it was asked. */
        public static final String TRUTH = "labels";
    }
}
