package org.ethotag.flash;

import java.time.Duration;
import org.ethotag.problem.ProblemException;

/** Opens a line to a tag, and again after its restart, when it may be at another port. One thread at a time. */
public interface TagConnector {
    /**
     * Opens a link.
     *
     * @param serial which tag, or empty for whichever is at the place that this connector was made for
     * @param within how long the tag may take to appear
     * @throws ProblemException if it does not appear, or its port cannot be opened; {@link FlashProblem#WRONG_TAG} if
     *     another tag is at that place
     */
    TagLink connect(String serial, Duration within);

    /** The clock for waiting between attempts. */
    TagClock clock();
}
