package org.ethotag.workflow.result;

import org.ethotag.problem.ProblemCode;

/** Why there is no result. */
public enum ResultProblem implements ProblemCode {
    /** {0} the track, {1} the sessions that were looked at, {2} the tracks there are. */
    NO_SUCH_TRACK,
    /** {0} the first track, {1} the second track. */
    NOTHING_IN_COMMON,
    /** {0} the track, {1} the session. */
    OVERLAPPING_TRACK,
    /** {0} the model, {1} the run, {2} the models there are. */
    NO_SUCH_MODEL,
    /** {0} the animals asked for, {1} the animals there are. */
    NO_SUCH_ANIMAL
}
