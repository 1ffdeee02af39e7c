package org.ethotag.file;

import org.ethotag.problem.ProblemCode;

/** What can be wrong with a file of any kind. */
public enum FileProblem implements ProblemCode {
    /** {0} the file, {1} what the system said. */
    NOT_WRITTEN
}
