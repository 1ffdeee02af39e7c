package org.ethotag.ui.job;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobState;

/** A board whose jobs begin, go on and end when a test says so. FX thread only. */
public final class JobTrial {
    private final JobBoard board = new JobBoard();
    private final List<RunningJob> cancelled = new ArrayList<>();
    private final InstantSource clock;

    public JobTrial(InstantSource clock) {
        this.clock = clock;
    }

    public JobBoard board() {
        return board;
    }

    /** Whoever was asked to stop, in that order. */
    public List<RunningJob> cancelled() {
        return cancelled;
    }

    public RunningJob begin(String name) {
        var holder = new ArrayList<RunningJob>();
        var job = new RunningJob(name, () -> cancelled.add(holder.getFirst()), clock);
        holder.add(job);
        board.add(job);
        return job;
    }

    public void report(RunningJob job, double fraction) {
        job.report(fraction, "");
    }

    public void end(RunningJob job, JobState<?> outcome) {
        board.remove(job, outcome);
    }
}
