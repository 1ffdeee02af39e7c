package org.ethotag.recording.reading;

import org.ethotag.signal.SampleRange;

/**
 * A label that came with the raw file; what it means is the study's business.
 *
 * @param range samples of one stretch, not empty
 * @param text as in the file, not blank
 */
public record ImportedLabel(SampleRange range, String text) {
    public ImportedLabel {
        if (range.isEmpty() || text.isBlank()) {
            throw new IllegalArgumentException("not a label: \"" + text + "\" on " + range);
        }
    }
}
