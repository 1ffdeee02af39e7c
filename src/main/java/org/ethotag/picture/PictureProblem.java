package org.ethotag.picture;

import org.ethotag.problem.ProblemCode;

/** Why a picture cannot be written. */
public enum PictureProblem implements ProblemCode {
    /** {0} the width, {1} the height in pixels. */
    TOO_LARGE,
    /** {0} what the system said. */
    NO_FONTS
}
