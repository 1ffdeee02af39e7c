package org.ethotag.testkit;

import java.util.Random;
import java.util.function.Consumer;

/** Laws tried with many seeded random cases. */
public final class Trials {
    private Trials() {}

    /** Runs a law {@code count} times; a failure names the seed that repeats it. */
    public static void trials(int count, Consumer<Random> law) {
        for (long seed = 0; seed < count; seed++) {
            try {
                law.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("with seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
