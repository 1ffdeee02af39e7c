package org.ethotag.signal;

import org.ethotag.testkit.ArrayTrace;

/** Samples that every language computes alike: remainders of products. */
final class Waves {
    private Waves() {}

    static ArrayTrace trace(int length) {
        float[][] g = new float[Samples.AXES][length];
        for (int i = 0; i < length; i++) {
            g[0][i] = (float) ((i * 37 % 101) / 100.0 - 0.5);
            g[1][i] = (float) ((i * 53 % 97) / 100.0 - 0.2);
            g[2][i] = (float) ((i * 29 % 89) / 50.0);
        }
        return new ArrayTrace(g);
    }
}
