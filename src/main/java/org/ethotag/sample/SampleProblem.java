package org.ethotag.sample;

import org.ethotag.problem.ProblemCode;

/** What can go wrong while a made-up herd is written. */
public enum SampleProblem implements ProblemCode {
    /** {0} file, {1} reason */
    UNWRITABLE
}
