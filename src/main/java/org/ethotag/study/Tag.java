package org.ethotag.study;

/**
 * One device that records or classifies.
 *
 * @param serial its serial number, not blank, unique in the study
 * @param profile the id of its tag profile, or empty if unknown
 */
public record Tag(String serial, String profile) {
    public Tag {
        if (serial.isBlank()) {
            throw new IllegalArgumentException("a tag has a serial number");
        }
    }
}
