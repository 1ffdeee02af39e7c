package org.ethotag.ui.job;

import java.time.Duration;
import java.util.function.Consumer;
import org.ethotag.job.ImmediateJobRunner;
import org.ethotag.job.Job;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;

/** The ways a screen may have work done. Tests of view models use {@link #immediate()}. */
public interface Jobs {
    /** Several at a time, shown in the progress strip. */
    JobRunner background();

    /** One after the other in the order asked for, shown in the progress strip: the learning engine allows no more. */
    JobRunner training();

    /** One after the other in the order asked for, not shown: small writes such as label edits. */
    JobRunner edits();

    /** Small reads that nobody needs to see running. */
    JobRunner quiet();

    /** A consumer for any thread whose values arrive at {@code window} on the FX thread, in order. */
    <T> Consumer<T> relay(Consumer<T> window);

    /** Repeats a quiet job, the pause counted from one end to the next start, until the handle is cancelled. */
    <R> JobHandle every(Duration pause, String name, Job<R> job, Consumer<JobState<R>> states);

    /** Everything at once on the calling thread; repeated jobs run once. */
    static Jobs immediate() {
        var runner = new ImmediateJobRunner();
        return new Jobs() {
            @Override
            public JobRunner background() {
                return runner;
            }

            @Override
            public JobRunner training() {
                return runner;
            }

            @Override
            public JobRunner edits() {
                return runner;
            }

            @Override
            public JobRunner quiet() {
                return runner;
            }

            @Override
            public <T> Consumer<T> relay(Consumer<T> window) {
                return window;
            }

            @Override
            public <R> JobHandle every(Duration pause, String name, Job<R> job, Consumer<JobState<R>> states) {
                return runner.start(name, job, states);
            }
        };
    }
}
