package org.ethotag.job;

/**
 * Long work: it reports, it can be cancelled, it knows nothing of windows.
 *
 * @param <R> what it makes
 */
@FunctionalInterface
public interface Job<R> {
    /**
     * Does the work on the calling thread.
     *
     * @throws java.util.concurrent.CancellationException soon after the monitor was cancelled
     * @throws org.ethotag.problem.ProblemException if the outside world is in the way
     */
    R run(JobMonitor monitor);
}
