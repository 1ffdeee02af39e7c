package org.ethotag.recording.reading;

/**
 * One thing that an import noticed.
 *
 * @param kind what
 * @param count how often, 1 or more
 * @param text in the user's words, with the first places
 */
public record Finding(FindingKind kind, long count, String text) {
    public Finding {
        if (count < 1) {
            throw new IllegalArgumentException("a finding was found at least once, not " + count);
        }
    }
}
