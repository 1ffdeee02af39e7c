package org.ethotag.quantization;

/**
 * How one edge of the graph behaved on real windows, against the same edge of the float student. Values are real
 * numbers, not counts.
 *
 * @param edge which edge, with its format and proven range
 * @param lowestSeen smallest integer value, as a real number
 * @param highestSeen largest integer value, as a real number
 * @param values how many values were compared
 * @param saturations how many were limited to int16, padding units included
 * @param sqnrDb signal-to-quantization-noise ratio; infinite if there is no error
 * @param largestError largest difference from the float student
 * @param meanError mean of the differences' magnitudes
 */
public record EdgeReport(
        GraphEdge edge,
        double lowestSeen,
        double highestSeen,
        long values,
        long saturations,
        double sqnrDb,
        double largestError,
        double meanError) {
    /** Share of the format's range that was used, 0 to 1. */
    public double rangeUsed() {
        double limit = edge.format().toReal(Math.max(-edge.lowest(), edge.highest()));
        return Math.max(Math.abs(lowestSeen), Math.abs(highestSeen)) / limit;
    }
}
