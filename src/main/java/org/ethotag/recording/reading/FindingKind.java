package org.ethotag.recording.reading;

/** What an import can notice. The texts are in {@code messages/recording-findings.properties}. */
public enum FindingKind {
    /** The file is of a tag maker's own format. */
    DEVICE_FILE,
    /** Lines before the first row of numbers that are no header. */
    SKIPPED_LINES,
    /** Columns that were not named, and so were guessed. */
    GUESSED_COLUMNS,
    /** The unit was not named, and so was guessed. */
    GUESSED_UNIT,
    /** Local times without a zone, taken as UTC. */
    ASSUMED_ZONE,
    /** No times, or times that are not since 1970: only differences mean something. */
    RELATIVE_TIME,
    /** Stamps coarser than the sample interval, spread evenly. */
    COARSE_STAMPS,
    /** Stamps in a local hour that daylight saving repeats or leaves out. */
    DAYLIGHT_SAVING,
    /** Missing samples: the stamps step further than one interval. */
    GAPS,
    /** Of the gaps, those longer than an hour. */
    JUMPS,
    /** Blocks with a wrong checksum or impossible contents; passed over. */
    DAMAGED_BLOCKS,
    /** Stamps before the one of the row above. */
    BACKWARD_STAMPS,
    /** Stamps equal to the one of the row above. */
    DUPLICATED_STAMPS,
    /** Rows equal to the row above in stamp and values; dropped. */
    REPEATED_ROWS,
    /** Runs of samples at the end of the sensor's range. */
    CLIPPED,
    /** Samples that are empty or not finite. */
    NON_FINITE,
    /** The rate of the stamps is not the declared one. */
    RATE_MISMATCH,
    /** At rest the norm is not near 1 g. */
    IMPLAUSIBLE_NORM,
    /** Samples that are already there under another animal. */
    IDENTICAL_STRETCHES,
    /** The same file is already there. */
    ALREADY_IMPORTED,
    /** Places where the label changes. */
    LABEL_CHANGES
}
