package org.ethotag.dataset;

import org.ethotag.problem.ProblemCode;

/** What can go wrong between labels and folds. */
public enum DatasetProblem implements ProblemCode {
    /** {0} text, {1} reason */
    BAD_CLASS_MAP,
    /** {0} windows found, {1} windows needed */
    TOO_LITTLE_DATA,
    /** {0} the animal, or empty */
    ONE_ANIMAL,
    /** {0} the animals. */
    ALL_HELD_OUT,
    /** {0} class, {1} all classes */
    CLASS_WITHOUT_WINDOWS,
    /** {0} animal, {1} the animals that have windows */
    UNKNOWN_ANIMAL,
    /** {0} folds asked for, {1} animals */
    TOO_MANY_FOLDS,
    /** {0} how many parts, {1} how many windows. */
    TOO_MANY_PARTS,
    /** {0} session, {1} its rate in Hz, {2} the rate of the others */
    RATES_DIFFER,
    /** {0} file, {1} what is wrong, {2} byte */
    BAD_FILE,
    /** {0} file, {1} version found, {2} newest version known */
    NEWER_FILE,
    /** {0} file, {1} reason */
    FILE_UNREADABLE,
    /** {0} file, {1} reason */
    FILE_UNWRITABLE
}
