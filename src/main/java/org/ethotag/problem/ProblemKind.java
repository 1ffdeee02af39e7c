package org.ethotag.problem;

/** How bad a problem is, as the exit code of the command line tells scripts. */
public enum ProblemKind {
    /** A file, a device, a setting; nothing was changed. */
    OUTSIDE_WORLD(1),
    /** A tag was written to, the new model was not accepted, the old one runs. */
    OLD_MODEL_RUNS(3),
    /** A tag was written to and no longer answers. */
    TAG_STATE_UNKNOWN(4);

    private final int exitCode;

    ProblemKind(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The process exit code, 1 to 4; 0 is success and 2 is wrong usage. */
    public int exitCode() {
        return exitCode;
    }
}
