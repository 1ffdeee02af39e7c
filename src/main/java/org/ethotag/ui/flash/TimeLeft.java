package org.ethotag.ui.flash;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Guesses how long something takes from how fast it went so far. One thread. */
final class TimeLeft {
    /** Before this much is done, nothing can be said. */
    private static final double ENOUGH = 0.08;

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private long began;
    private double first = -1;

    /** @param nanos a clock of which only differences count */
    TimeLeft(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Starts anew. */
    void restart() {
        first = -1;
    }

    /** @param fraction 0 to 1 that is done now */
    Optional<Duration> at(double fraction) {
        if (fraction < 0) {
            return Optional.empty();
        }
        if (first < 0 || fraction < first) {
            first = fraction;
            began = nanos.getAsLong();
        }
        double done = fraction - first;
        if (done < ENOUGH) {
            return Optional.empty();
        }
        double seconds = (nanos.getAsLong() - began) / NANOS;
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds * (1 - fraction) / done)));
    }
}
