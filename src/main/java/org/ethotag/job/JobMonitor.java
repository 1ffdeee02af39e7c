package org.ethotag.job;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.ethotag.language.Messages;

/** Where a job reports to, and where it learns that nobody wants its result any more. Any thread. */
public interface JobMonitor {
    /** File of the texts that say what jobs do. */
    String TEXTS = "doing";

    /**
     * Says how far the work is.
     *
     * @param fraction 0 to 1, or negative while unknown
     * @param doing what is being done now, in the user's words
     */
    void progress(double fraction, String doing);

    /**
     * Says how far the work is.
     *
     * @param fraction 0 to 1, or negative while unknown
     * @param key of what is being done now, in {@code messages/doing.properties}
     * @param arguments fill the text; numbers without separators
     */
    default void doing(double fraction, String key, Object... arguments) {
        progress(
                fraction,
                Messages.text(
                        TEXTS,
                        key,
                        Arrays.stream(arguments).map(String::valueOf).toArray()));
    }

    /** Whether somebody asked for the work to stop. */
    boolean cancelled();

    /** @throws CancellationException if somebody asked for the work to stop */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** Whether somebody wants what there is so far as the result: unlike {@link #cancelled} nothing is thrown away. */
    default boolean enough() {
        return false;
    }

    /** Whether the work should wait where it is; work that can looks often. */
    default boolean paused() {
        return false;
    }

    /** A line for whoever watches closely, for example an epoch that was learnt; nobody has to listen. */
    default void tell(String line) {}

    /** A monitor for one part of the work: its 0 to 1 is this one's {@code from} to {@code to}. */
    default JobMonitor part(double from, double to) {
        return reporting((fraction, doing) -> progress(fraction < 0 ? from : from + (to - from) * fraction, doing));
    }

    /** A monitor for a part of the work that is a single step of this one's progress, and has nothing to say itself. */
    default JobMonitor quiet() {
        return reporting((_, _) -> {});
    }

    /** A monitor that says elsewhere how far the work is, and is this one in all else. */
    default JobMonitor reporting(Progress elsewhere) {
        var whole = this;
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                elsewhere.progress(fraction, doing);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public boolean enough() {
                return whole.enough();
            }

            @Override
            public boolean paused() {
                return whole.paused();
            }

            @Override
            public void tell(String line) {
                whole.tell(line);
            }
        };
    }

    /** Hears how far work is, as in {@link JobMonitor#progress}. */
    @FunctionalInterface
    interface Progress {
        void progress(double fraction, String doing);
    }

    /** Nobody watches and nobody cancels. */
    static JobMonitor unwatched() {
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
