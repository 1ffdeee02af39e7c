package org.ethotag.flash;

import java.time.Duration;
import org.ethotag.problem.ProblemException;

/**
 * An open line to one tag, as bytes: a serial port, or an emulated tag in this process. One thread at a time. Once a
 * call has thrown {@link FlashProblem#LINE_LOST} the line is dead and only {@link #close} is left.
 */
public interface TagLine extends AutoCloseable {
    /** What the user calls this line, for example the port's name. */
    String name();

    /** The serial number that the port itself reports, or empty if it reports none. */
    String portSerial();

    /** The time by which answers on this line are awaited. */
    TagClock clock();

    /** Sends all of it. @throws ProblemException {@link FlashProblem#LINE_LOST} if not all of it went out */
    void write(byte[] bytes);

    /**
     * Waits for bytes, at most this long.
     *
     * @return how many were put into the array, 0 if none came in time
     * @throws ProblemException {@link FlashProblem#LINE_LOST} if the port is gone
     */
    int read(byte[] into, Duration atMost);

    /** Gives the line back; never fails, may be called again. */
    @Override
    void close();
}
