package org.ethotag.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.ethotag.job.Job;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;
import org.ethotag.testkit.Windows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WindowJobsTest {
    private final WindowJobs jobs = new WindowJobs();

    @BeforeAll
    static void start() {
        Windows.start();
    }

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void everyStateArrivesOnTheFxThreadAndTheWorkDoesNot() {
        var places = new CopyOnWriteArrayList<Boolean>();
        var worked = new CopyOnWriteArrayList<Boolean>();
        var states = await(jobs.background(), _ -> worked.add(Platform.isFxApplicationThread()), places);
        assertThat(places).containsOnly(true);
        assertThat(worked).containsExactly(false);
        assertThat(states.getLast()).isEqualTo(new JobState.Succeeded<>(true));
    }

    @Test
    void aFailureIsAState() {
        var states = await(jobs.background(), _ -> {
            throw new IllegalStateException("broken");
        });
        assertThat(states.getLast())
                .isInstanceOfSatisfying(
                        JobState.Failed.class,
                        failed -> assertThat(failed.cause()).hasMessage("broken"));
    }

    @Test
    void aCancelledJobEndsAsCancelled() throws InterruptedException {
        var ended = new CountDownLatch(1);
        var last = new CopyOnWriteArrayList<JobState<Boolean>>();
        var handle = jobs.background()
                .<Boolean>start(
                        "endless",
                        monitor -> {
                            while (true) {
                                monitor.checkCancelled();
                                Thread.onSpinWait();
                            }
                        },
                        state -> {
                            last.add(state);
                            if (!(state instanceof JobState.Running)) {
                                ended.countDown();
                            }
                        });
        handle.cancel();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(last.getLast()).isEqualTo(new JobState.Cancelled<>());
    }

    @Test
    void whatIsNotRepeatedAnyMoreIsLetGoAtOnce() throws InterruptedException {
        var left = repeatedAndStopped(new Object());
        for (int i = 0; i < 50 && left.get() != null; i++) {
            System.gc();
            Windows.settle();
        }
        assertThat(left.get()).isNull();
    }

    private WeakReference<Object> repeatedAndStopped(Object held) throws InterruptedException {
        var done = new CountDownLatch(1);
        var handle = Windows.onFx(() -> jobs.every(Duration.ofHours(1), "every hour", _ -> held, state -> {
            if (state instanceof JobState.Succeeded) {
                done.countDown();
            }
        }));
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        Windows.inFx(handle::cancel);
        return new WeakReference<>(held);
    }

    @Test
    void editsRunInTheOrderAskedFor() {
        var order = new CopyOnWriteArrayList<Integer>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            jobs.edits().start("edit", _ -> order.add(number), _ -> {});
        }
        await(jobs.edits(), _ -> true);
        assertThat(order).hasSize(100).isSorted();
    }

    @Test
    void manyReportsAreTheLatestOneNotAQueue() {
        var states = await(jobs.background(), monitor -> {
            for (int i = 0; i <= 100_000; i++) {
                monitor.progress(i / 100_000.0, "at " + i);
            }
            return true;
        });
        assertThat(states).hasSizeLessThan(20_000);
        assertThat(states.get(states.size() - 2)).isEqualTo(new JobState.Running<>(1.0, "at 100000"));
    }

    private static List<JobState<Boolean>> await(JobRunner runner, Job<Boolean> job) {
        return await(runner, job, new CopyOnWriteArrayList<>());
    }

    private static List<JobState<Boolean>> await(JobRunner runner, Job<Boolean> job, List<Boolean> onFx) {
        var states = new CopyOnWriteArrayList<JobState<Boolean>>();
        var ended = new CountDownLatch(1);
        runner.start("job", job, state -> {
            onFx.add(Platform.isFxApplicationThread());
            states.add(state);
            if (!(state instanceof JobState.Running)) {
                ended.countDown();
            }
        });
        try {
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return states;
    }
}
