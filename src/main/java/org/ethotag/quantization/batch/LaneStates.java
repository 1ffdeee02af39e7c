package org.ethotag.quantization.batch;

import java.util.List;
import org.ethotag.quantization.FixedPoint;

/**
 * States at the end of many windows, as blocks of windows side by side. Immutable.
 *
 * @param blocks each [pair][window][2], aligned to 16 bits
 * @param hidden units
 * @param stateBits width of a state
 */
record LaneStates(List<short[]> blocks, int hidden, int stateBits) {
    LaneStates {
        blocks = List.copyOf(blocks);
    }

    /** Integers of {@link #stateBits}. */
    int[] state(int window) {
        int[] state = new int[hidden];
        copyAligned(window, state);
        for (int i = 0; i < hidden; i++) {
            state[i] >>= FixedPoint.alignment(stateBits);
        }
        return state;
    }

    /** Integers aligned to 16 bits. */
    void copyAligned(int window, int[] target) {
        short[] block = blocks.get(window / LaneMatrix.LANES);
        for (int unit = 0; unit < hidden; unit++) {
            target[unit] = block[LaneMatrix.index(unit, window % LaneMatrix.LANES)];
        }
    }

    long bytes() {
        return blocks.stream()
                .mapToLong(block -> (long) Short.BYTES * block.length)
                .sum();
    }
}
