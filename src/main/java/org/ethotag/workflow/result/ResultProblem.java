package org.ethotag.workflow.result;

import org.ethotag.problem.ProblemCode;

/** Why there is no result. */
public enum ResultProblem implements ProblemCode {
    /** {0} the track, {1} the sessions that were looked at, {2} the tracks there are. */
    NO_SUCH_TRACK,
    /** {0} the first track, {1} the second track. */
    NOTHING_IN_COMMON
}
