package org.ethotag.signal;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Power by time and frequency of a stretch of a trace, the three axes summed, so that it does not depend on how the tag
 * sits. Each column is the mean over a few Hann windows ({@link PowerSpectrum}); a column whose windows would reach over
 * a gap or an end, or over a missing value, has none.
 *
 * @param from position of the left edge of the first column, in samples
 * @param samplesPerColumn width of a column, above 0
 * @param plan how it was made
 * @param decibel [column][bin], 10 log10 of the density over 1 g^2/Hz, NaN where there is none
 */
public record Spectrogram(double from, double samplesPerColumn, Plan plan, float[][] decibel) {
    /** Below every sensor's noise; keeps the logarithm finite. */
    private static final double FLOOR = 1e-12;

    /**
     * How a spectrogram is made.
     *
     * @param windowSamples samples under a window, power of two
     * @param perColumn windows averaged in a column
     * @param hopSamples from one window of a column to the next, 0 if there is only one
     */
    public record Plan(int windowSamples, int perColumn, double hopSamples) {
        private static final double USUAL_SECONDS = 4;
        private static final int SMALLEST_WINDOW = 32;
        private static final int MOST_PER_COLUMN = 8;
        /** A stretch on the screen is at least so many windows long. */
        private static final int WINDOWS_IN_SIGHT = 16;

        /** What suits a width of the screen: windows of about 4 s, shorter when less than a minute is in sight. */
        public static Plan of(SampleRate rate, double samplesPerColumn, int columns) {
            double longest = Math.min(USUAL_SECONDS * rate.hertz(), samplesPerColumn * columns / WINDOWS_IN_SIGHT);
            int window = SMALLEST_WINDOW;
            while (1.5 * window < longest) {
                window *= 2;
            }
            double half = window / 2.0;
            int perColumn = (int) Math.clamp(Math.floor(samplesPerColumn / half), 1, MOST_PER_COLUMN);
            return new Plan(window, perColumn, perColumn == 1 ? 0 : samplesPerColumn / perColumn);
        }
    }

    /**
     * Computes one.
     *
     * @param cancelled asked before each column; then the answer is cut short
     */
    public static Spectrogram of(
            Derivation source,
            SampleRate rate,
            double from,
            double samplesPerColumn,
            int columns,
            Plan plan,
            BooleanSupplier cancelled) {
        var spectrum = new PowerSpectrum(rate, plan.windowSamples());
        var decibel = new float[columns][spectrum.bins()];
        var density = new double[spectrum.bins()];
        for (int column = 0; column < columns && !cancelled.getAsBoolean(); column++) {
            Arrays.fill(density, 0);
            double middle = from + (column + 0.5) * samplesPerColumn;
            for (int i = 0; i < plan.perColumn(); i++) {
                double centre = middle + (i - (plan.perColumn() - 1) / 2.0) * plan.hopSamples();
                add(source, spectrum, Math.round(centre - plan.windowSamples() / 2.0), plan.windowSamples(), density);
            }
            for (int bin = 0; bin < density.length; bin++) {
                decibel[column][bin] = (float) (10 * Math.log10(density[bin] / plan.perColumn() + FLOOR));
            }
        }
        return new Spectrogram(from, samplesPerColumn, plan, decibel);
    }

    private static void add(Derivation source, PowerSpectrum spectrum, long first, int window, double[] density) {
        var stretch = source.stretchOf(first);
        if (first < stretch.from() || first + window > stretch.to()) {
            Arrays.fill(density, Double.NaN);
            return;
        }
        var samples = source.trace().read(new SampleRange(first, first + window));
        for (int axis = 0; axis < Samples.AXES; axis++) {
            spectrum.add(samples.axis(axis), 0, density);
        }
    }
}
