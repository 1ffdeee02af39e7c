package org.ethotag.recording.reading;

/** Reads the time column of a file. One thread. */
sealed interface Stamps permits TextStamps, NumericStamps {
    /** What {@link #read} returns for what is no time. */
    long UNREADABLE = Long.MIN_VALUE;

    /** Nanoseconds since 1970, or since some unknown moment. */
    long read(char[] text, int offset, int length);

    /** The finest step that the stamps so far could show, in nanoseconds. */
    long resolutionNanos();
}
