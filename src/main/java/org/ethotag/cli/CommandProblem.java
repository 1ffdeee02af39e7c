package org.ethotag.cli;

import org.ethotag.problem.ProblemCode;

/** What can go wrong between a command and the outside world. */
enum CommandProblem implements ProblemCode {
    /** {0} the folder where the sample recordings should be. */
    NO_SAMPLE_DATA,
    /** {0} the file, {1} what the system said. */
    UNREADABLE,
    /** {0} the file, {1} what the system said. */
    NOT_WRITTEN,
    /** {0} the session, {1} the study. */
    NO_SUCH_SESSION,
    /** {0} the track, {1} the session's name. */
    NO_SUCH_TRACK,
    /** {0} the tracks. */
    ONE_TRACK,
    /** no argument. */
    NO_TERMINAL,
    /** no argument. */
    PASSPHRASES_DIFFER,
    /** {0} the environment variable. */
    NO_PASSPHRASE,
    /** {0} the blob, {1} where its golden windows were looked for. */
    NO_GOLDEN_WINDOWS,
    /** {0} the line, {1} the reason. */
    BAD_CHANGE,
    /** {0} the folder. */
    STUDY_EXISTS
}
