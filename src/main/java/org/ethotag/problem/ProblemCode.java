package org.ethotag.problem;

/**
 * One thing that can go wrong outside the program. Each package has one enum of these; its constants have three texts,
 * {@code NAME.what}, {@code NAME.why} and {@code NAME.next}, in {@code messages/<package>-problems.properties}.
 */
public interface ProblemCode {
    /** The constant's name, which is also the key of its texts. */
    String name();

    /** What the command line ends with. */
    default ProblemKind kind() {
        return ProblemKind.OUTSIDE_WORLD;
    }
}
