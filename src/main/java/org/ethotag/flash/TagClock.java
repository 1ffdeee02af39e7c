package org.ethotag.flash;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Time for everything that waits, so that an emulated tag can be waited for without waiting. */
public interface TagClock {
    /** Nanoseconds since some fixed moment; only differences mean something. */
    long nanos();

    /** The time of day, for journals and receipts. */
    Instant now();

    /** Lets this much time pass; shorter if the thread is interrupted, whose flag then stays set. */
    void pause(Duration length);

    /** The moment {@code length} from now. */
    default Deadline in(Duration length) {
        return new Deadline(this, nanos() + length.toNanos());
    }

    /** The computer's own clock. */
    static TagClock system() {
        return new TagClock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration length) {
                LockSupport.parkNanos(length.toNanos());
            }
        };
    }

    /**
     * A moment until which something may last.
     *
     * @param clock whose time counts
     * @param atNanos on that clock
     */
    record Deadline(TagClock clock, long atNanos) {
        /** What is left, never negative. */
        public Duration left() {
            return Duration.ofNanos(Math.max(0, atNanos - clock.nanos()));
        }

        /** Whether nothing is left. */
        public boolean over() {
            return left().isZero();
        }
    }
}
