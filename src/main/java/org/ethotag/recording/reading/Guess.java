package org.ethotag.recording.reading;

/**
 * One thing about a file that must be known before it can be read.
 *
 * @param kind what
 * @param value as it is read, in the words of {@link ImportSettings} where there are any
 * @param said whether the user said it; else it was guessed
 * @param reason why it is taken so, in one sentence
 */
public record Guess(Kind kind, String value, boolean said, String reason) {
    /** What must be known. */
    public enum Kind {
        DELIMITER,
        DECIMAL,
        COLUMNS,
        TIMES,
        ZONE,
        RATE,
        UNIT
    }
}
