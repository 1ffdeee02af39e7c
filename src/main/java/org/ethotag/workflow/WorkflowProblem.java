package org.ethotag.workflow;

import org.ethotag.problem.ProblemCode;

/** What can be in the way of a step. */
public enum WorkflowProblem implements ProblemCode {
    /** {0} name of the study. */
    NOTHING_LABELLED,
    /** {0} id of the run. */
    RUN_JUDGED_NOTHING,
    /** {0} id of the run, {1} animals that it learnt from. */
    ANIMALS_WERE_LEARNT_FROM,
    /** {0} the folder. */
    EXPORT_FOLDER_IN_USE,
    /** {0} the file or folder, {1} what the system said. */
    NOT_WRITTEN,
    /** {0} the run. */
    STUDY_CHANGED_SINCE,
    /** {0} the run. */
    NO_PROBABILITIES,
    /** {0} the run, {1} why not. */
    RUN_NOT_REPEATABLE,
    /** {0} the run, {1} what came out differently, {2} what has another version now. */
    RUN_DIFFERS,
    /** {0} what is held out, {1} the leak in words. */
    LEAKY_FOLD,
    /** {0} the animals asked for, {1} the animals that have windows. */
    NO_WINDOWS_OF_ANIMALS,
    /** {0} the run, {1} its counts per g, {2} the profile, {3} the profile's counts per g. */
    OTHER_SENSOR,
    /** {0} id of the run, {1} the model, {2} the models there are. */
    NO_SUCH_MODEL,
    /** {0} id of the run. */
    NOTHING_OUT_OF_FOLD,
    /** {0} id of the run. */
    LEAKY_DOUBTS,
    /** {0} name of the study. */
    NO_CROSSVALIDATION,
    /** {0} the track. */
    NO_SUCH_MODEL_TRACK,
    /** {0} the session asked for. */
    NO_SUCH_SESSION,
    /** {0} the folder. */
    NOT_A_SAMPLE_STUDY,
    /** {0} the file, {1} what the system said. */
    UNREADABLE,
    /** {0} the file, {1} the line, {2} what is wrong. */
    LABELS_UNREADABLE,
    /** {0} the file, {1} the behaviour, {2} its samples, {3} the session, {4} its length. */
    LABELS_OUTSIDE,
    /** {0} the file, {1} whose labels are in it, {2} whose are wanted. */
    LABELS_OF_SEVERAL,
    /** {0} the file. */
    LABELS_NOT_READ_BACK,
    /** {0} the study. */
    NOTHING_TO_ESTIMATE_FRAMES_FROM,
    /** {0} what was asked for, {1} what there is. */
    UNKNOWN_MOUNTED_TAG,
    /** {0} the tag on an animal, {1} the run. */
    NO_FRAME_OF_TAG,
    /** {0} the text, {1} what is wrong with it. */
    BAD_AUGMENTATION,
    /** {0} the study. */
    NOTHING_UNLABELLED,
    UNLABELLED_AND_LEAKY,
    /** {0} the name asked for, {1} the names there are. */
    NO_SUCH_SETTING,
    /** {0} the settings asked for, {1} what is wrong. */
    BAD_SETTING,
    /** {0} the rule. */
    ASIDE_IN_SWEEP,
    /** {0} number of the step. */
    NOT_UNFINISHED,
    /** {0} the file, {1} reason in the system's words. */
    PLAN_UNWRITABLE
}
