package org.ethotag.recording.reading;

import java.util.List;
import java.util.Optional;

/**
 * What an import found.
 *
 * @param file name of the raw file, without folder
 * @param sha256 hash of the raw file, 64 hexadecimal digits
 * @param rows rows of numbers in the file
 * @param samples samples in the trace; fewer than rows if rows were repeated
 * @param rateHz samples per second as used
 * @param impliedRateHz samples per second as the stamps tell, 0 if there are none
 * @param unit unit of the file, as it can be passed to an import
 * @param findings one for each kind that was found, in the order of the kinds
 */
public record ImportReport(
        String file,
        String sha256,
        long rows,
        long samples,
        double rateHz,
        double impliedRateHz,
        String unit,
        List<Finding> findings) {
    public ImportReport {
        findings = List.copyOf(findings);
    }

    /** The finding of a kind, if there is one. */
    public Optional<Finding> finding(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }

    /** How often a kind was found. */
    public long count(FindingKind kind) {
        return finding(kind).map(Finding::count).orElse(0L);
    }
}
