package org.ethotag.job;

import java.util.function.Consumer;

/** Runs jobs. The window's runner has threads; {@link ImmediateJobRunner} runs on the calling thread. */
public interface JobRunner {
    /**
     * Starts a job.
     *
     * @param states is told every state from Running on; the window's runner calls it on the FX thread
     */
    <R> JobHandle start(String name, Job<R> job, Consumer<JobState<R>> states);
}
