package org.ethotag.training;

import org.ethotag.problem.ProblemCode;

/** What can stand in the way of learning. */
public enum TrainingProblem implements ProblemCode {
    /** {0} reason in the engine's words. */
    ENGINE_MISSING,
    /** {0} epoch, {1} learning rate, {2} step. */
    LOSS_NOT_FINITE,
    /** {0} windows, {1} classes among them. */
    TOO_LITTLE_DATA,
    /** {0} animals to learn from. */
    NO_ANIMAL_TO_SPARE,
    /** {0} reason in the engine's or Java's words. */
    OUT_OF_MEMORY,
    /** {0} file or folder, {1} reason. */
    FOLD_UNREADABLE,
    /** {0} file or folder, {1} reason. */
    FOLD_UNWRITABLE,
    /** {0} file, {1} line, {2} what does not fit. */
    FOLD_DAMAGED,
    /** {0} what, {1} why, {2} next: the words of the process that trained the fold. */
    FOLD_FAILED,
    /** {0} fold, {1} exit code, {2} last words. */
    WORKER_CRASHED,
    /** {0} reason in the system's words. */
    WORKER_NOT_STARTED,
    /** {0} fold, {1} the animal. */
    OUT_OF_FOLD_ONE_ANIMAL
}
