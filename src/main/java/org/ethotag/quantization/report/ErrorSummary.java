package org.ethotag.quantization.report;

import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.QFormat;

/**
 * How far some values of one edge are from the float student's. Values are real numbers, not counts.
 *
 * @param values how many values were compared
 * @param lowestSeen smallest integer value, as a real number; 0 without values
 * @param highestSeen largest integer value, as a real number; 0 without values
 * @param saturations how many were limited to the format's range, padding units included
 * @param signal sum of the squares of the float student's values
 * @param noise sum of the squares of the differences
 * @param errors sum of the differences' magnitudes
 * @param largestError largest difference
 * @param histogram the values of both
 */
public record ErrorSummary(
        long values,
        double lowestSeen,
        double highestSeen,
        long saturations,
        double signal,
        double noise,
        double errors,
        double largestError,
        Histogram histogram) {
    private static final double DECIBELS = 10;
    /** Rounding to steps of 1 gives errors of this variance's inverse. */
    private static final double ROUNDING = 12;

    /** Of a bit: no more is asked for because of chance in the noise. */
    private static final double NEARLY = 0.05;

    private static final int SMALLEST_WIDTH = 2;

    /** Signal-to-quantization-noise ratio in dB; infinite if there is no error, NaN if there is no signal either. */
    public double sqnrDb() {
        return DECIBELS * Math.log10(signal / noise);
    }

    /** Mean of the differences' magnitudes. */
    public double meanError() {
        return errors / Math.max(1, values);
    }

    /** Share of a format's range that was used, 0 to 1. */
    public double rangeUsed(GraphEdge edge) {
        return largestSeen() / edge.format().toReal(Math.max(-edge.lowest(), edge.highest()));
    }

    private double largestSeen() {
        return Math.max(Math.abs(lowestSeen), Math.abs(highestSeen));
    }

    /**
     * The width with sign, in bits, that would do for these values: as many bits before the point as the largest value
     * seen needs, and as many behind it until one more would only carry noise, that is until the rounding of this edge
     * alone (variance step^2 / 12) is no larger than the error that is there already. Never finer than the format is.
     */
    public int bitsSufficient(QFormat format) {
        if (largestSeen() == 0) {
            return SMALLEST_WIDTH;
        }
        int before = (int) Math.ceil(log2(largestSeen()));
        double step = Math.sqrt(ROUNDING * noise / values);
        int behind = step == 0 ? format.fractionBits() : (int) Math.ceil(-log2(step) - NEARLY);
        return Math.max(SMALLEST_WIDTH, 1 + before + Math.min(format.fractionBits(), behind));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
