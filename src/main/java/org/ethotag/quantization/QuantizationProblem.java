package org.ethotag.quantization;

import org.ethotag.problem.ProblemCode;

/** What can keep a student from becoming integers. */
public enum QuantizationProblem implements ProblemCode {
    /** {0} layer list. */
    UNSUPPORTED_NETWORK,
    /** {0} tensor. */
    WEIGHTS_NOT_FINITE,
    /** {0} part, {1} largest magnitude. */
    WEIGHTS_TOO_LARGE,
    /** {0} full scale in g, {1} counts per g. */
    SENSOR_UNSUITABLE,
    /** {0} largest acceleration in g. */
    ACCELERATION_TOO_LARGE,
    /** {0} reasons. */
    STUDY_ONLY
}
