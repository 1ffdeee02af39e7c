package org.ethotag.quantization.report;

/** What may be wrong with one node of the graph, as far as its own inputs and outputs show. */
public enum Suspicion {
    /** Its error is what rounding explains. */
    NONE,
    /** All rows are too large or too small by the same factor. */
    SCALE,
    /** Single rows are not what the student's weights say. */
    ROW,
    /** The constant that makes a shift round is missing from the biases. */
    TRUNCATION,
    /** Values were limited that the format should have held. */
    SATURATION,
    /** The result is not what the operation should give. */
    OPERATION
}
