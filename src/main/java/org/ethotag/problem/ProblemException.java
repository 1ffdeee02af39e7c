package org.ethotag.problem;

/**
 * A problem of the outside world on its way to whoever can tell the user. Our own mistakes are never this but
 * {@link IllegalArgumentException} or {@link IllegalStateException}.
 */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    /** @param arguments fill the placeholders of the texts, see {@link Problem#of} */
    public ProblemException(ProblemCode code, Object... arguments) {
        this(Problem.of(code, arguments));
    }

    /** A problem whose texts exist already. */
    public ProblemException(Problem problem) {
        super(problem.what());
        this.problem = problem;
    }

    /** The same problem with the exception that revealed it, for the log. */
    public ProblemException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** What to tell the user. */
    public Problem problem() {
        return problem;
    }
}
