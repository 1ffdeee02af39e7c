package org.ethotag.workflow.sweep;

import org.ethotag.problem.ProblemCode;

/** Why there is no sweep. */
public enum SweepProblem implements ProblemCode {
    /** {0} students that it would train, {1} the most. */
    TOO_LARGE,
    /** {0} numbers of animals asked for, {1} animals that a fold learns from. */
    TOO_MANY_ANIMALS,
    /** {0} the run, {1} what is wrong with its table. */
    DAMAGED_TABLE
}
