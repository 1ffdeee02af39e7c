package org.ethotag.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.ethotag.job.JobMonitor;

/** Prints progress lines to standard error: for every tenth of the work, and when something else is being done. */
final class ConsoleMonitor implements JobMonitor {
    /** What only counts is not something else. */
    private static final Pattern COUNTS = Pattern.compile("[0-9]+");

    private final PrintWriter err;
    private final BooleanSupplier stopped;
    private String said = "";
    private int saidTenth = -1;

    ConsoleMonitor(PrintWriter err, BooleanSupplier stopped) {
        this.err = err;
        this.stopped = stopped;
    }

    @Override
    public synchronized void progress(double fraction, String doing) {
        int tenth = fraction < 0 ? 0 : (int) (fraction * 10);
        var kind = COUNTS.matcher(doing).replaceAll("");
        if (kind.equals(said) && tenth == saidTenth) {
            return;
        }
        said = kind;
        saidTenth = tenth;
        err.printf(Locale.ROOT, fraction < 0 ? "      %2$s%n" : "%3.0f %% %s%n", 100 * fraction, doing);
        err.flush();
    }

    @Override
    public boolean cancelled() {
        return stopped.getAsBoolean();
    }
}
