package org.ethotag.ui.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.job.JobHandle;

/** One job at work, for whoever shows it. FX thread only. */
public final class RunningJob {
    /** Before that much is done, what is left is a guess. */
    private static final double LEAST_FRACTION = 0.02;

    private static final Duration LEAST_TIME = Duration.ofSeconds(5);

    private final String name;
    private final JobHandle handle;
    private final InstantSource clock;
    private final Instant began;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");

    RunningJob(String name, JobHandle handle, InstantSource clock) {
        this.name = name;
        this.handle = handle;
        this.clock = clock;
        this.began = clock.instant();
    }

    void report(double newFraction, String newDoing) {
        fraction.set(newFraction);
        doing.set(newDoing);
    }

    /** What was asked for. */
    public String name() {
        return name;
    }

    /** 0 to 1, or negative while unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is being done now. */
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** How long it has been at work, waiting for its turn included. */
    public Duration elapsed() {
        return Duration.between(began, clock.instant());
    }

    /** How long it will still take if it goes on as it did; nothing while that cannot be said. */
    public Optional<Duration> left() {
        double done = fraction.get();
        if (done < LEAST_FRACTION || done > 1 || elapsed().compareTo(LEAST_TIME) < 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round(elapsed().toMillis() * (1 - done) / done)));
    }

    /** Asks the job to stop. */
    public void cancel() {
        handle.cancel();
    }
}
