package org.ethotag.ui.job;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ethotag.job.Job;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;

/** The window's threads. All are daemons: what must not be lost is durable before its job says so. */
public final class WindowJobs implements Jobs, AutoCloseable {
    private static final int SMALLEST_POOL = 2;

    private final JobBoard board = new JobBoard();
    private final FxThread fx = new FxThread();
    private final ExecutorService pool = Executors.newFixedThreadPool(poolSize(), named("work"));
    private final ExecutorService quietPool = Executors.newFixedThreadPool(SMALLEST_POOL, named("read"));
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(named("training"));
    private final ExecutorService writer = Executors.newSingleThreadExecutor(named("edits"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("clock"));
    private final JobRunner background = new WindowJobRunner(pool, fx, board);
    private final JobRunner training = new WindowJobRunner(trainer, fx, board);
    private final JobRunner edits = new WindowJobRunner(writer, fx, null);
    private final JobRunner quiet = new WindowJobRunner(quietPool, fx, null);

    public WindowJobs() {
        clock.setRemoveOnCancelPolicy(
                true); // else it holds what will not be done, with all that hangs on it, until its time
    }

    private static int poolSize() {
        return Math.max(SMALLEST_POOL, Runtime.getRuntime().availableProcessors() - 1);
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().name("ethotag-" + name + "-", 1).daemon().factory();
    }

    /** The jobs that the progress strip shows. */
    public JobBoard board() {
        return board;
    }

    @Override
    public JobRunner background() {
        return background;
    }

    @Override
    public JobRunner training() {
        return training;
    }

    @Override
    public JobRunner edits() {
        return edits;
    }

    @Override
    public JobRunner quiet() {
        return quiet;
    }

    @Override
    public <T> Consumer<T> relay(Consumer<T> window) {
        return value -> fx.run(() -> window.accept(value));
    }

    @Override
    public <R> JobHandle every(Duration pause, String name, Job<R> job, Consumer<JobState<R>> states) {
        var repeated = new Repeated<>(pause, name, job, states);
        repeated.start();
        return repeated::stop;
    }

    /** Waits for the label edits that are under way, then lets the threads go. */
    @Override
    public void close() {
        clock.shutdownNow();
        writer.close();
        quietPool.shutdown();
        pool.shutdown();
        trainer.shutdown();
    }

    private final class Repeated<R> {
        private final Duration pause;
        private final String name;
        private final Job<R> job;
        private final Consumer<JobState<R>> states;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile JobHandle current = () -> {};
        private Future<?> next = CompletableFuture.completedFuture(null);

        Repeated(Duration pause, String name, Job<R> job, Consumer<JobState<R>> states) {
            this.pause = pause;
            this.name = name;
            this.job = job;
            this.states = states;
        }

        void start() {
            if (!stopped.get()) {
                current = quiet.start(name, job, this::told);
            }
        }

        private void told(JobState<R> state) {
            if (stopped.get()) {
                return;
            }
            states.accept(state);
            if (!(state instanceof JobState.Running<R>) && !clock.isShutdown()) {
                next = clock.schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        void stop() {
            stopped.set(true);
            current.cancel();
            next.cancel(false);
        }
    }
}
