package org.ethotag.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C, or the system telling the program to end: the command is told to stop and gets a little time to take away what
 * is half-done. It owns a thread because the virtual machine runs nothing else when it ends.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile boolean listening;

    private Interruption() {}

    /** Watches for the end of this process from now on. */
    public static Interruption ofThisProcess() {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "stop the command"));
        return interruption;
    }

    /** Whether the command has to stop. Only a command that has asked once is waited for. */
    public boolean stopped() {
        listening = true;
        return stopped;
    }

    /** The command has ended, and so may the process. */
    public void over() {
        over.countDown();
    }

    private void stop() {
        stopped = true;
        if (!listening) {
            return;
        }
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The command did not stop in time; it is ended.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
