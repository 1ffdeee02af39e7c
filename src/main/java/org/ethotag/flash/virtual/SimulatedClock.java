package org.ethotag.flash.virtual;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.ethotag.flash.TagClock;

/** A clock on which waiting takes no time: it jumps. */
public final class SimulatedClock implements TagClock {
    private final AtomicLong nanos = new AtomicLong();
    private final InstantSource timeOfDay;

    /** @param timeOfDay for stamps; waiting does not move it */
    public SimulatedClock(InstantSource timeOfDay) {
        this.timeOfDay = timeOfDay;
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return timeOfDay.instant();
    }

    @Override
    public void pause(Duration length) {
        nanos.addAndGet(length.toNanos());
    }
}
