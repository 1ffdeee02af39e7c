package org.ethotag.sample;

import java.util.Random;

/** A number that wanders around 0 with variance 1 and forgets where it was within a given time. */
final class Wander {
    private final double keep;
    private final double kick;
    private double value;

    Wander(double timeSeconds, double stepSeconds, Random random) {
        keep = StrictMath.exp(-stepSeconds / timeSeconds);
        kick = Math.sqrt(1 - keep * keep);
        value = random.nextGaussian();
    }

    double step(Random random) {
        value = keep * value + kick * random.nextGaussian();
        return value;
    }
}
