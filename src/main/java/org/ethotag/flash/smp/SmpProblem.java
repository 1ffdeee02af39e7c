package org.ethotag.flash.smp;

import org.ethotag.problem.ProblemCode;

/** What can be wrong with the bytes of the protocol. */
public enum SmpProblem implements ProblemCode {
    /** Not a CBOR map: {0} says why. */
    BAD_MAP
}
