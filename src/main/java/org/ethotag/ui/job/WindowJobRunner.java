package org.ethotag.ui.job;

import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ethotag.job.Job;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on an executor and delivers their states on the FX thread. Progress that comes faster than the window can
 * show is skipped, the last one and the outcome never.
 */
public final class WindowJobRunner implements JobRunner {
    private final Executor workers;
    private final FxThread fx;
    private final @Nullable JobBoard board;

    /** @param board where running jobs are shown, or null for none */
    WindowJobRunner(Executor workers, FxThread fx, @Nullable JobBoard board) {
        this.workers = workers;
        this.fx = fx;
        this.board = board;
    }

    @Override
    public <R> JobHandle start(String name, Job<R> job, Consumer<JobState<R>> states) {
        var run = new Run<>(name, job, states);
        fx.run(run::begin);
        workers.execute(run);
        return run::cancel;
    }

    private final class Run<R> implements Runnable, JobMonitor {
        private final Job<R> job;
        private final Consumer<JobState<R>> states;
        private final String name;
        private final RunningJob shown;
        private final AtomicReference<JobState.@Nullable Running<R>> latest = new AtomicReference<>();
        private volatile boolean stop;

        Run(String name, Job<R> job, Consumer<JobState<R>> states) {
            this.name = name;
            this.job = job;
            this.states = states;
            this.shown = new RunningJob(name, this::cancel, InstantSource.system());
        }

        void cancel() {
            stop = true;
        }

        void begin() {
            states.accept(new JobState.Running<>(-1, name));
            if (board != null) {
                board.add(shown);
            }
        }

        @Override
        public void run() {
            var outcome = outcome();
            fx.run(() -> {
                if (board != null) {
                    board.remove(shown, outcome);
                }
                states.accept(outcome);
            });
        }

        @SuppressWarnings("IllegalCatch") // the window's one place where a job's failure becomes a state
        private JobState<R> outcome() {
            try {
                checkCancelled();
                return new JobState.Succeeded<>(job.run(this));
            } catch (CancellationException _) {
                return new JobState.Cancelled<>();
            } catch (RuntimeException | Error failure) {
                return new JobState.Failed<>(failure);
            }
        }

        @Override
        public void progress(double fraction, String doing) {
            if (latest.getAndSet(new JobState.Running<>(fraction, doing)) == null) {
                fx.run(this::deliver);
            }
        }

        private void deliver() {
            var running = latest.getAndSet(null);
            if (running != null) {
                shown.report(running.fraction(), running.doing());
                states.accept(running);
            }
        }

        @Override
        public boolean cancelled() {
            return stop;
        }
    }
}
