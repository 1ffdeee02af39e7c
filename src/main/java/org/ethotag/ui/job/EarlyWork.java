package org.ethotag.ui.job;

import java.lang.System.Logger.Level;
import org.ethotag.problem.ProblemException;

/** Work for the time in which the toolkit starts and nothing else can be done: a thread of its own that ends with it. */
public final class EarlyWork {
    private EarlyWork() {}

    /** Begins it. Nobody waits for it: whoever needs what it prepares does it again, and tells what goes wrong with it. */
    public static void begin(Runnable work) {
        Thread.ofPlatform().name("ethotag-early").daemon().start(() -> run(work));
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (ProblemException failure) {
            System.getLogger(EarlyWork.class.getName()).log(Level.DEBUG, "not prepared", failure);
        }
    }
}
