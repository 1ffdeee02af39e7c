package org.ethotag.ui.training;

import java.util.function.Consumer;
import org.ethotag.job.JobMonitor;
import org.ethotag.training.EpochLine;

/** How somebody lets a training wait, go on, or end with what it has. Any thread. */
final class Steering {
    private volatile boolean paused;
    private volatile boolean stopped;

    void pause(boolean wanted) {
        paused = wanted;
    }

    /** What is being learnt ends now and is kept; nothing further begins. */
    void stop() {
        stopped = true;
    }

    /** Whether nothing further should begin. */
    boolean stopped() {
        return stopped;
    }

    /**
     * A monitor for work that can be steered. To cancel its job is to stop it: what was learnt is never thrown away.
     *
     * @param epochs hears of every epoch, on the thread that works
     */
    JobMonitor over(JobMonitor monitor, Consumer<EpochLine> epochs) {
        return new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                monitor.progress(fraction, doing);
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public boolean enough() {
                stopped |= monitor.cancelled();
                return stopped;
            }

            @Override
            public boolean paused() {
                return paused;
            }

            @Override
            public void tell(String line) {
                EpochLine.parse(line).ifPresent(epochs);
            }
        };
    }
}
