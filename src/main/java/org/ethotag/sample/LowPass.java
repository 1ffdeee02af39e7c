package org.ethotag.sample;

import java.util.Random;

/** Noise of variance 1 below a frequency: two equal poles. */
final class LowPass {
    private final double keep;
    private final double gain;
    private double first;
    private double second;

    LowPass(double cutoffHz, double rateHz) {
        keep = StrictMath.exp(-2 * StrictMath.PI * cutoffHz / rateHz);
        double one = 1 - keep * keep;
        gain = Math.sqrt(one * one * one / (1 + keep * keep)); // variance of 1/(1 - keep/z)^2 driven by white noise
    }

    double step(Random random) {
        first = keep * first + gain * random.nextGaussian();
        second = keep * second + first;
        return second;
    }
}
