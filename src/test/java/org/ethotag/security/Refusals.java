package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.function.Executable;

/** How reading a stranger's file may end: with a value or with a problem in whole sentences, for bounded memory. */
final class Refusals {
    /** Buffers of any of the readers. */
    private static final long MOST_BYTES = 48L << 20;

    private Refusals() {}

    /** Whether it was refused; anything but a value or a problem fails the test. */
    static boolean refused(String what, long inputBytes, Runnable reading) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reading.run();
        } catch (ProblemException problem) {
            refused = true;
            assertThat(problem.problem().lines()).as(what).doesNotContain("{0}");
        } catch (RuntimeException | Error mistake) {
            throw new AssertionError(what, mistake);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes of memory taken for " + what)
                .isLessThan(MOST_BYTES + 40 * inputBytes);
        return refused;
    }

    /** The lines of the problem that something ends with. */
    static String linesOf(Executable reading) {
        return assertThrows(ProblemException.class, reading).problem().lines();
    }
}
