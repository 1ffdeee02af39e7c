package org.ethotag.job;

/**
 * Where a job is.
 *
 * @param <R> what it makes
 */
public sealed interface JobState<R> {
    /** Not asked for yet. */
    record Idle<R>() implements JobState<R> {}

    /**
     * At work.
     *
     * @param fraction 0 to 1, or negative while unknown
     * @param doing what is being done now
     */
    record Running<R>(double fraction, String doing) implements JobState<R> {}

    /** Done, with its result. */
    record Succeeded<R>(R result) implements JobState<R> {}

    /** Ended by a problem of the outside world or by a mistake of ours. */
    record Failed<R>(Throwable cause) implements JobState<R> {}

    /** Ended because somebody asked it to. */
    record Cancelled<R>() implements JobState<R> {}
}
