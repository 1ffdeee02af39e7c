package org.ethotag.ui.job;

import java.util.function.Consumer;
import org.ethotag.job.Job;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;

/** For sliders and searches: a newer request cancels the older one, whose states are no longer told. FX thread only. */
public final class LatestWins {
    private final JobRunner runner;
    private JobHandle current = () -> {};
    private long newest;

    public LatestWins(JobRunner runner) {
        this.runner = runner;
    }

    /** Starts a job in place of the one that may still be running. */
    public <R> void start(String name, Job<R> job, Consumer<JobState<R>> states) {
        current.cancel();
        long request = ++newest;
        current = runner.start(name, job, state -> {
            if (request == newest) {
                states.accept(state);
            }
        });
    }

    /** Stops the running one, if any; its states are no longer told. */
    public void cancel() {
        newest++;
        current.cancel();
    }
}
