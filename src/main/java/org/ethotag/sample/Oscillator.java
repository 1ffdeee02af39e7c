package org.ethotag.sample;

import java.util.Random;

/**
 * Narrow-band noise as a rotating pointer that forgets: both parts have variance 1 and are a quarter of a cycle apart.
 * Only additions and multiplications run per sample, so that every machine makes the same numbers.
 */
final class Oscillator {
    private final double turnRe;
    private final double turnIm;
    private final double kick;
    private double re;
    private double im;

    Oscillator(double hertz, double bandwidthHz, double rateHz, Random random) {
        double keep = StrictMath.exp(-2 * StrictMath.PI * bandwidthHz / rateHz);
        double angle = 2 * StrictMath.PI * hertz / rateHz;
        turnRe = keep * StrictMath.cos(angle);
        turnIm = keep * StrictMath.sin(angle);
        kick = Math.sqrt(1 - keep * keep);
        re = random.nextGaussian();
        im = random.nextGaussian();
    }

    void step(Random random) {
        double next = turnRe * re - turnIm * im + kick * random.nextGaussian();
        im = turnIm * re + turnRe * im + kick * random.nextGaussian();
        re = next;
    }

    double re() {
        return re;
    }

    double im() {
        return im;
    }
}
