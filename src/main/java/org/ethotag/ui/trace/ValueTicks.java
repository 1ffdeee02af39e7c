package org.ethotag.ui.trace;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Round values along an axis. */
final class ValueTicks {
    private ValueTicks() {}

    /** The smallest of 1, 2, 5 times a power of ten that is at least {@code atLeast}. */
    static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(m -> m * power)
                .filter(s -> s >= atLeast * (1 - 1e-9))
                .findFirst()
                .orElse(10 * power);
    }

    /** The smallest round angle in degrees that is at least {@code atLeast}. */
    static double angle(double atLeast) {
        return DoubleStream.of(1, 2, 5, 10, 15, 30, 45, 90)
                .filter(s -> s >= atLeast)
                .findFirst()
                .orElse(180);
    }

    /** Multiples of {@code step} in {@code [low, high]}. */
    static double[] between(double low, double high, double step) {
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        return LongStream.rangeClosed(first, last).mapToDouble(n -> n * step).toArray();
    }
}
