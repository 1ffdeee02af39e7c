package org.ethotag.recording.reading;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ethotag.problem.ProblemException;

/** A recording in a tag maker's own format: blocks of samples, each with the time of its first one. */
interface DeviceFile {
    /** What people call the format and the tag, for the report. */
    String title();

    /** Samples per second as the file declares them, 0 if it does not. */
    double rateHz();

    /** Unit of the values, as it can be passed to an import. */
    String unit();

    /** What a block is called in a finding, such as "blocks" or "lines". */
    String places();

    /** Whether stamps are those of a local clock, counted as if it showed UTC. */
    boolean localClock();

    /** Offset of a local clock, if the file tells it. */
    Optional<ZoneOffset> clockOffset();

    /**
     * Reads the blocks in the order of the file.
     *
     * @param in all bytes of the file, unpacked
     * @throws IOException if the bytes cannot be had
     * @throws ProblemException if they are not what the format says, naming the byte or line
     */
    void read(InputStream in, BlockSink sink) throws IOException;
}
