package org.ethotag.flash;

/** How a flash job ended, and what the command line ends with. */
public enum FlashOutcome {
    /** The new model runs, is confirmed, and everything that could be checked is right. */
    VERIFIED(0),
    /** Nothing was written. */
    REFUSED(1),
    /** Something was written, and the old model runs. */
    OLD_MODEL_RUNS(3),
    /** Which model runs, or whether it computes rightly, is not known; the problem says what to do. */
    UNKNOWN(4);

    private final int exitCode;

    FlashOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Of the process: 0, 1, 3 or 4. */
    public int exitCode() {
        return exitCode;
    }
}
