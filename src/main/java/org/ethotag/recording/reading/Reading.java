package org.ethotag.recording.reading;

import java.time.ZoneId;
import java.util.List;
import org.ethotag.recording.Anchor;
import org.ethotag.signal.SampleRange;

/**
 * What one pass over a raw file gave besides its samples.
 *
 * @param rows rows of numbers, or samples in blocks
 * @param nominalHz samples per second as the file or the user says
 * @param impliedHz samples per second as the stamps tell, 0 if there are none
 * @param stretches contiguous pieces, together all samples
 * @param anchors of the clock; none if the file has no times
 * @param labelled whether the file itself has labels, be they empty
 * @param labels of the file
 * @param unit as it can be passed to an import
 * @param zone of the session
 */
record Reading(
        long rows,
        double nominalHz,
        double impliedHz,
        List<SampleRange> stretches,
        List<Anchor> anchors,
        boolean labelled,
        List<ImportedLabel> labels,
        String unit,
        ZoneId zone) {}
