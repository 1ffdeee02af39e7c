package org.ethotag.job;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Runs each job to its end on the calling thread: for tests of view models and for the command line. */
public final class ImmediateJobRunner implements JobRunner {
    @Override
    public <R> JobHandle start(String name, Job<R> job, Consumer<JobState<R>> states) {
        states.accept(new JobState.Running<>(-1, name));
        states.accept(outcome(job, new ReportingMonitor<>(states)));
        return () -> {};
    }

    @SuppressWarnings("IllegalCatch") // the one place besides the window's runner where a job's failure becomes a state
    private static <R> JobState<R> outcome(Job<R> job, JobMonitor monitor) {
        try {
            return new JobState.Succeeded<>(job.run(monitor));
        } catch (CancellationException _) {
            return new JobState.Cancelled<>();
        } catch (RuntimeException failure) {
            return new JobState.Failed<>(failure);
        }
    }

    private record ReportingMonitor<R>(Consumer<JobState<R>> states) implements JobMonitor {
        @Override
        public void progress(double fraction, String doing) {
            states.accept(new JobState.Running<>(fraction, doing));
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
