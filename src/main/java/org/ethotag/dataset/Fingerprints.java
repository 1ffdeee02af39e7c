package org.ethotag.dataset;

import java.util.HashSet;
import java.util.Set;
import org.ethotag.signal.Samples;

/**
 * A few numbers that windows with the same samples share, even if one starts some samples later: hashes of runs of eight
 * samples, of which those are kept whose hash ends in zeros (one in eight, in short windows all), as document fingerprinting chooses them
 * (Schleimer, Wilkerson, Aiken 2003). Runs that stand still are left out: any two resting sensors share those.
 */
final class Fingerprints {
    /** 24 values of at least 5 bits of noise: by chance equal once in 2^120. */
    private static final int RUN_SAMPLES = 8;

    private static final int KEPT_ONE_IN = 8;
    /** From this length on so many runs are kept that none at all is out of the question (once in 10^7). */
    private static final int LONG_WINDOW_SAMPLES = 128;

    /** Fewer different values than this in a run are stillness or a stuck sensor, not a signature. */
    private static final int FEWEST_VALUES = 8;

    private Fingerprints() {}

    /** @param valuesG [axis][sample] row-major */
    static Set<Long> of(float[] valuesG) {
        int length = valuesG.length / Samples.AXES;
        int keptOneIn = length < LONG_WINDOW_SAMPLES ? 1 : KEPT_ONE_IN;
        var prints = new HashSet<Long>();
        for (int from = 0; from + RUN_SAMPLES <= length; from++) {
            long print = hash(valuesG, length, from);
            if (Math.floorMod(print, keptOneIn) == 0 && lively(valuesG, length, from)) {
                prints.add(print);
            }
        }
        return prints;
    }

    private static long hash(float[] valuesG, int length, int from) {
        long hash = 0;
        for (int i = 0; i < RUN_SAMPLES; i++) {
            for (int axis = 0; axis < Samples.AXES; axis++) {
                hash = mixed(hash + Float.floatToIntBits(valuesG[axis * length + from + i]));
            }
        }
        return hash;
    }

    /** Stops at the first values that suffice: it is asked for every run of every window. */
    private static boolean lively(float[] valuesG, int length, int from) {
        float[] different = new float[FEWEST_VALUES];
        int count = 0;
        for (int i = 0; i < RUN_SAMPLES * Samples.AXES; i++) {
            float value = valuesG[i % Samples.AXES * length + from + i / Samples.AXES];
            int same = 0;
            while (same < count && different[same] != value) {
                same++;
            }
            if (same == count) {
                different[count++] = value;
            }
            if (count == FEWEST_VALUES) {
                return true;
            }
        }
        return false;
    }

    /** The finishing step of SplitMix64 (Steele, Lea, Flood 2014), with the golden gamma added. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
