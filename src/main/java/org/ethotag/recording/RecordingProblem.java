package org.ethotag.recording;

import org.ethotag.problem.ProblemCode;

/** What can go wrong between a raw file and the store; the texts name file, line and column where there is one. */
public enum RecordingProblem implements ProblemCode {
    /** file */
    NO_SUCH_FILE,
    /** file */
    IS_A_FOLDER,
    /** file, reason */
    CANNOT_READ_FILE,
    /** file */
    EMPTY_FILE,
    /** file */
    ONLY_HEADER,
    /** file, byte position */
    BINARY_FILE,
    /** file, line */
    NOT_UTF8,
    /** file, line, reason */
    MALFORMED_CSV,
    /** file, line, column, text */
    NOT_A_NUMBER,
    /** file, line, columns found, columns needed */
    TOO_FEW_COLUMNS,
    /** file, line, column, text */
    UNREADABLE_TIME,
    /** file, line, text */
    AMBIGUOUS_DATE,
    /** file, name, names there are */
    NO_SUCH_COLUMN,
    /** file, names there are */
    AMBIGUOUS_COLUMNS,
    /** text */
    BAD_COLUMNS_OPTION,
    /** text */
    UNKNOWN_UNIT,
    /** file, median norm */
    AMBIGUOUS_UNIT,
    /** text */
    UNKNOWN_ZONE,
    /** text */
    UNKNOWN_START,
    /** text */
    BAD_RATE,
    /** file */
    MISSING_RATE,
    /** file */
    AMBIGUOUS_TIME_UNIT,
    /** text */
    BAD_DELIMITER,
    /** text, reason */
    BAD_NAME_PATTERN,
    /** file name, pattern */
    NAME_DOES_NOT_MATCH,
    /** file */
    MISSING_ANIMAL,
    /** file, animal asked for, number of animals, their names */
    SEVERAL_ANIMALS,
    /** file */
    COUNTS_WITHOUT_UNIT,
    /** file, line, rate, rate before */
    MIXED_RATES,
    /** file, line, axes, values */
    NOT_THREE_AXES,
    /** file */
    UNKNOWN_ARCHIVE,
    /** file, how many times its size at the most */
    UNPACKS_TOO_MUCH,
    /** file, byte, reason */
    DEVICE_FILE_DAMAGED,
    /** file, reason */
    CANNOT_WRITE_TRACE,
    /** file, reason */
    VIDEO_UNREADABLE,
    /** file */
    VIDEO_GONE,
    /** file, its size then, its size now */
    VIDEO_CHANGED,
    /** session, file */
    NO_SUCH_TRACE,
    /** file */
    NOT_A_TRACE,
    /** file, its version, our version */
    TRACE_FROM_NEWER_VERSION,
    /** file, detail */
    TRACE_DAMAGED
}
