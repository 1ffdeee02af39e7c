package org.ethotag.ui.job;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * The one way back to the FX thread: tasks of any thread, run in order, all that came together in one go. Many reports
 * a second so cost one wake-up, not many.
 */
final class FxThread {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();

    void run(Runnable task) {
        waiting.add(task);
        if (woken.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        woken.set(false);
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }
}
