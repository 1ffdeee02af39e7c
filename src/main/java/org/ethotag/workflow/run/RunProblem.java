package org.ethotag.workflow.run;

import org.ethotag.problem.ProblemCode;

/** Why a run of the study cannot be used. */
public enum RunProblem implements ProblemCode {
    /** {0} the id, {1} the ids there are. */
    UNKNOWN_RUN,
    /** {0} id of the run, {1} its kind, {2} the kind that is needed. */
    WRONG_KIND_OF_RUN,
    /** {0} the run, {1} what is wrong with its file, {2} the file. */
    DAMAGED_RUN,
    /** {0} the class, {1} the rule, {2} the fold. */
    ASIDE_LEAVES_NOTHING
}
