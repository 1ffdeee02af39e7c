package org.ethotag.flash.rollcall;

import org.ethotag.problem.ProblemCode;

/** What can be wrong with a roll call. */
public enum RollCallProblem implements ProblemCode {
    /** {0} file, {1} reason. */
    LIST_UNREADABLE,
    /** {0} file, {1} line, {2} what is wrong there. */
    LIST_LINE,
    /** {0} file, {1} reason. */
    PROGRESS_UNWRITABLE,
    /** {0} file, {1} line. */
    PROGRESS_DAMAGED,
    /** {0} file. */
    IN_USE,
    /** {0} serial number. */
    NOT_IN_LIST,
    /** {0} serial number, {1} animal, {2} model. */
    ALREADY_DONE,
    /** {0} place. */
    NO_SERIAL,
    /** {0} serial number: work on it broke off before its end. */
    BROKEN_OFF
}
