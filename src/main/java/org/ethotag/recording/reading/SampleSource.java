package org.ethotag.recording.reading;

import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.TraceWriter;

/** The samples of one raw file, whatever its format. One use, one thread. */
interface SampleSource {
    /**
     * Writes all samples and notes what is odd about them.
     *
     * @throws ProblemException with the place of the first thing that cannot be understood
     */
    Reading read(RawFile raw, TraceWriter writer, JobMonitor monitor);

    /** Chooses by the first bytes of the file, never by its name's ending. @throws ProblemException as the readers do */
    static SampleSource of(ImportOrder order, ImportSettings settings, Findings findings) {
        var device = DeviceFormats.of(order, settings);
        return device.isPresent()
                ? new BlockSource(order, device.get(), findings)
                : new TextSource(ImportPlan.of(order, settings, findings), findings);
    }
}
