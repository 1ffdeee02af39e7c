package org.ethotag.ui.video;

import org.ethotag.problem.ProblemCode;

/** What can keep a video from being shown. */
public enum VideoProblem implements ProblemCode {
    /** {0} the file, {1} what the system said. */
    CANNOT_PLAY,
    /** {0} the file, {1} what the system said. */
    NO_MEDIA_LIBRARY,
    /** no argument. */
    ANCHOR_RUNS_BACKWARD
}
