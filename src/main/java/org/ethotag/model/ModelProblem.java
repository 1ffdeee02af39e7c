package org.ethotag.model;

import org.ethotag.problem.ProblemCode;

/** What can be wrong with a model file. */
public enum ModelProblem implements ProblemCode {
    /** {0} file, {1} reason in the system's words. */
    UNREADABLE,
    /** {0} file, {1} reason in the system's words. */
    UNWRITABLE,
    /** {0} file. */
    NOT_A_MODEL,
    /** {0} file, {1} its version, {2} the version that is understood. */
    OTHER_VERSION,
    /** {0} file, {1} what was found, {2} what is wanted: teacher or student. */
    OTHER_KIND,
    /** {0} file, {1} byte, {2} what does not fit. */
    DAMAGED
}
