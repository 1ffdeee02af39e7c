package org.ethotag.flash.rollcall;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One thread per tag that is asked or flashed: they wait for the line nearly all the time, so that many tags at a hub
 * take hardly longer than one. Threads of its own, because a window and a command line need the same number of tags at
 * once, however few workers they have. Owned by one thread.
 */
final class RollCallCrew {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Does a piece of work beside all others. */
    void start(String name, Runnable work) {
        threads.removeIf(thread -> !thread.isAlive());
        threads.add(Thread.ofPlatform()
                .name("ethotag-roll-call-" + name)
                .daemon()
                .uncaughtExceptionHandler((_, cause) -> failure.compareAndSet(null, cause))
                .start(work));
    }

    /** Throws what went wrong in a piece of work and was nobody's to handle there. */
    void check() {
        Throwable cause = failure.getAndSet(null);
        switch (cause) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        }
    }

    /** Waits until all work is done; goes on waiting when it is interrupted, because a tag must not be left half-way. */
    void await() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
