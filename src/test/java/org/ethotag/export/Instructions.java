package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Instructions from the ticks that {@code src/test/c/emulator/instructions.h} counts: every instruction takes 64 ns of
 * the emulated machine's time and every tick 40 ns (fixed-point 4), so n instructions are n x 64 / 40 ticks, begun ticks
 * not counted, and no two numbers of instructions give the same ticks.
 */
final class Instructions {
    /** Makes the emulator's time follow the instructions. */
    static final List<String> COUNTING = List.of("-icount", "shift=6");

    private static final int KNOWN_CALLS = 8;
    private static final int INSTRUCTION_NS = 64;
    private static final int TICK_NS = 40;

    /** Of an empty call, which every measured one contains. */
    private final long empty;

    private Instructions(long empty) {
        this.empty = empty;
    }

    /** Reads the calls of known length and checks the counter with them. */
    static Instructions calibrated(ByteBuffer read) {
        var counts = new ArrayList<Long>();
        for (int i = 0; i < KNOWN_CALLS; i++) {
            counts.add(count(Integer.toUnsignedLong(read.getInt())));
        }
        long first = counts.getFirst();
        assertThat(counts)
                .as("calls of 0 to 7 instructions")
                .containsExactly(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7);
        return new Instructions(first);
    }

    /** For a machine whose ticks are all 0. */
    static Instructions uncounted(ByteBuffer read) {
        read.position(read.position() + KNOWN_CALLS * Integer.BYTES);
        return new Instructions(0);
    }

    /** Instructions of the call that the next ticks are of, without call and return. */
    long next(ByteBuffer read) {
        return count(Integer.toUnsignedLong(read.getInt())) - empty;
    }

    private static long count(long ticks) {
        return Math.ceilDiv(ticks * TICK_NS, INSTRUCTION_NS);
    }
}
