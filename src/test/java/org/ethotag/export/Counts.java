package org.ethotag.export;

import java.util.Random;

/** Raw counts for parity cases, [sample][axis]. */
final class Counts {
    private Counts() {}

    /** Counts at the ends of int16. */
    static short[][] limits(Random random, int samples) {
        var window = new short[samples][3];
        for (short[] sample : window) {
            for (int axis = 0; axis < 3; axis++) {
                sample[axis] = random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
            }
        }
        return window;
    }

    static void write(ByteSink sink, short[][] samples) {
        for (short[] sample : samples) {
            for (short value : sample) {
                sink.int16(value);
            }
        }
    }
}
