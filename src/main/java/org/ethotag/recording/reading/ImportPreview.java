package org.ethotag.recording.reading;

import java.util.List;

/**
 * What an import would make of the first part of a file, read by the importer itself.
 *
 * @param device name of the tag maker's format; empty for text
 * @param skippedLines lines before the table that are no header
 * @param header names of the columns, empty if there are none
 * @param rows the first rows, cut into columns, as they stand in the file
 * @param columns the columns as an import can be told them, such as {@code t=time,x=ax,y=ay,z=az}; empty if unknown
 * @param guesses what was guessed or said, with reasons, as far as it got
 * @param samplesG [axis][sample], the first minutes in g; no samples if nothing can be read yet
 * @param rateHz samples per second of those, 0 if unknown
 * @param problem what keeps the file from being read, in three lines; empty if nothing does
 * @param findings what is odd about this part
 */
public record ImportPreview(
        String device,
        int skippedLines,
        List<String> header,
        List<List<String>> rows,
        String columns,
        List<Guess> guesses,
        float[][] samplesG,
        double rateHz,
        String problem,
        List<Finding> findings) {
    public ImportPreview {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        guesses = List.copyOf(guesses);
        findings = List.copyOf(findings);
    }

    /** Whether an import could begin. */
    public boolean readable() {
        return problem.isEmpty();
    }
}
