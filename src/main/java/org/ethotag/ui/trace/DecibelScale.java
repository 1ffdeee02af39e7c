package org.ethotag.ui.trace;

import java.util.Arrays;
import org.ethotag.signal.Spectrogram;

/**
 * Which power is the darkest and which the brightest colour, the same for all of a recording.
 *
 * @param low dB over 1 g^2/Hz
 * @param high above {@code low}
 */
record DecibelScale(double low, double high) {
    /** While nothing was measured: quiet sensors to running animals. */
    static final DecibelScale UNKNOWN = new DecibelScale(-60, -10);

    private static final double DARK = 0.05;
    private static final double BRIGHT = 0.995;
    private static final double SMALLEST = 10;

    /** What suits a spectrogram of windows from all over a recording. */
    static DecibelScale of(Spectrogram overview) {
        int bins = overview.decibel().length == 0 ? 0 : overview.decibel()[0].length;
        double[] all = new double[overview.decibel().length * Math.max(0, bins - 1)];
        int count = 0;
        for (float[] column : overview.decibel()) {
            for (int bin = 1; bin < bins; bin++) {
                if (!Float.isNaN(column[bin])) {
                    all[count++] = column[bin];
                }
            }
        }
        if (count == 0) {
            return UNKNOWN;
        }
        Arrays.sort(all, 0, count);
        double low = Math.floor(all[(int) (DARK * (count - 1))]);
        return new DecibelScale(low, Math.max(low + SMALLEST, Math.ceil(all[(int) (BRIGHT * (count - 1))])));
    }

    /** Where a value lies, 0 to 1. */
    float part(float decibel) {
        return (float) Math.clamp((decibel - low) / (high - low), 0, 1);
    }
}
