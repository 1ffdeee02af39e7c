package org.ethotag.ui.problem;

import org.ethotag.problem.ProblemCode;

/** What the window itself can say. */
public enum UiProblem implements ProblemCode {
    /** A mistake of ours; {0} the exception in one line. */
    OWN_MISTAKE,
    /** {0} a file that was dropped on the window. */
    NOT_A_RECORDING,
    /** {0} the file of the choice, {1} what the system said. */
    LANGUAGE_NOT_KEPT,
    /** {0} the folder of the tour's study, {1} what the system said. */
    TOUR_NOT_MADE
}
