package org.ethotag.workflow.log;

import org.ethotag.problem.ProblemCode;

/** What can be wrong with a log, or in the way of repeating it. */
public enum LogProblem implements ProblemCode {
    /** {0} the file, {1} the line, {2} the reason. */
    UNREADABLE,
    /** {0} the log's first step that cannot be done again, {1} its kind. */
    NOT_REPEATABLE,
    /** {0} the folder, {1} the step, {2} what the log says, {3} what is there. */
    OTHER_STUDY,
    /** {0} the step, {1} its kind, {2} what differs, {3} what the log says, {4} what came. */
    STEP_DIFFERS,
    /** {0} what differs, {1} what the log says, {2} what came. */
    STATE_DIFFERS,
    /** {0} the step, {1} the file. */
    RAW_FILE_MISSING,
    /** {0} the step, {1} the file, {2} its hash in the log, {3} its hash. */
    RAW_FILE_DIFFERS,
    /** {0} the step, {1} the command, {2} its exit code. */
    COMMAND_FAILED
}
