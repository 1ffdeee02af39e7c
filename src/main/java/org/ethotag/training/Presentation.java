package org.ethotag.training;

import java.util.SplittableRandom;
import org.ethotag.signal.Samples;

/**
 * How the windows of a batch are shown this time. Callers must not change the arrays.
 *
 * @param rows which windows
 * @param turns [window][3][3], multiplied to the raw values
 * @param noiseG [window][axis][sample], added to the turned values; empty for none
 * @param places [window][sample] where a sample is taken from, 0 to samples - 1, rising; empty for each from its own place
 */
record Presentation(int[] rows, double[] turns, float[] noiseG, float[] places) {
    private static final int MATRIX = Samples.AXES * Samples.AXES;
    /** Places of a window at which the pace is drawn; between them it changes evenly. */
    private static final int PACES = 4;
    /** A pace never leaves 1 +- this many spreads, so that it stays positive. */
    private static final double FARTHEST_SPREADS = 3;

    /** Windows as they are. */
    static Presentation plain(int... rows) {
        return new Presentation(rows, unturned(rows.length), new float[0], new float[0]);
    }

    /** Drawn at random: all turns, then all warps, then all noise. */
    static Presentation drawn(Augmentation augmentation, SplittableRandom random, int[] rows, int samples) {
        double[] turns = unturned(rows.length);
        for (int i = 0; i < rows.length; i++) {
            augmentation.draw(random, turns, i * MATRIX);
        }
        float[] places = new float[augmentation.timeWarp() > 0 ? rows.length * samples : 0];
        for (int from = 0; from < places.length; from += samples) {
            warp(augmentation.timeWarp(), random, places, from, samples);
        }
        float[] noise = new float[augmentation.noiseG() > 0 ? rows.length * Samples.AXES * samples : 0];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (augmentation.noiseG() * random.nextGaussian());
        }
        return new Presentation(rows, turns, noise, places);
    }

    /** No turn: one unit matrix per window. */
    private static double[] unturned(int windows) {
        double[] matrices = new double[windows * MATRIX];
        for (int i = 0; i < windows * Samples.AXES; i++) {
            matrices[i / Samples.AXES * MATRIX + i % Samples.AXES * (Samples.AXES + 1)] = 1;
        }
        return matrices;
    }

    /** Where the samples of one window come from: the sum of its pace, stretched so that both ends stay where they are. */
    private static void warp(double spread, SplittableRandom random, float[] places, int from, int samples) {
        double[] paces = new double[PACES];
        for (int i = 0; i < PACES; i++) {
            paces[i] = 1 + spread * Math.clamp(random.nextGaussian(), -FARTHEST_SPREADS, FARTHEST_SPREADS);
        }
        double[] sums = new double[samples];
        for (int i = 1; i < samples; i++) {
            double at = (i - 0.5) / (samples - 1) * (PACES - 1);
            int before = Math.min((int) at, PACES - 2);
            sums[i] = sums[i - 1] + paces[before] + (at - before) * (paces[before + 1] - paces[before]);
        }
        for (int i = 0; i < samples; i++) {
            places[from + i] = samples == 1 ? 0 : (float) (sums[i] / sums[samples - 1] * (samples - 1));
        }
    }
}
