package org.ethotag.export;

import org.ethotag.problem.ProblemCode;

/** What can be wrong with the files that leave for a tag. */
public enum ExportProblem implements ProblemCode {
    /** {0} which file, {1} what was found. */
    NOT_THIS_FORMAT,
    /** {0} which file, {1} version found, {2} version understood. */
    OTHER_VERSION,
    /** {0} which file, {1} size declared, {2} size found. */
    WRONG_SIZE,
    /** {0} which file. */
    DAMAGED,
    /** {0} which file, {1} field, {2} value, {3} what is allowed. */
    BAD_FIELD,
    /** {0} class, {1} largest length in bytes. */
    LABEL_TOO_LONG,
    /** {0} what is too large, {1} its size, {2} the limit. */
    TOO_LARGE,
    /** {0} what is missing. */
    IMAGE_UNSIGNED,
    /** no argument. */
    IMAGE_WRONG_KEY,
    /** no argument. */
    IMAGE_TAMPERED,
    /** {0} hardware of the image, {1} hardware of the tag. */
    IMAGE_WRONG_HARDWARE,
    /** {0} file, {1} reason. */
    KEY_UNREADABLE,
    /** {0} file. */
    KEY_LOCKED,
    /** {0} file. */
    KEY_PASSPHRASE_WRONG,
    /** {0} file, {1} its kind, {2} the kind that was asked for. */
    KEY_OTHER_KIND,
    /** {0} file, {1} reason. */
    FILE_UNWRITABLE
}
