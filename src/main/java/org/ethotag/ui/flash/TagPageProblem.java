package org.ethotag.ui.flash;

import org.ethotag.problem.ProblemCode;

/** What can go wrong on the page itself. */
public enum TagPageProblem implements ProblemCode {
    /** no argument. */
    NO_PRINTER,
    /** no argument. */
    NOT_PRINTED
}
