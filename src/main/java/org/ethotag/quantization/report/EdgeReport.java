package org.ethotag.quantization.report;

import java.util.List;
import org.ethotag.quantization.GraphEdge;

/**
 * How one edge of the graph behaved on real windows, against the same edge of the float student. Values are real
 * numbers, not counts.
 *
 * @param edge which edge, with its format and proven range
 * @param all over all time steps
 * @param steps one per column of time (see {@link LayerReport#columns}); empty for what is computed once a window
 */
public record EdgeReport(GraphEdge edge, ErrorSummary all, List<ErrorSummary> steps) {
    public EdgeReport {
        steps = List.copyOf(steps);
    }

    /** Smallest integer value, as a real number. */
    public double lowestSeen() {
        return all.lowestSeen();
    }

    /** Largest integer value, as a real number. */
    public double highestSeen() {
        return all.highestSeen();
    }

    /** How many values were compared. */
    public long values() {
        return all.values();
    }

    /** How many were limited to the format's range, padding units included. */
    public long saturations() {
        return all.saturations();
    }

    /** Signal-to-quantization-noise ratio; infinite if there is no error. */
    public double sqnrDb() {
        return all.sqnrDb();
    }

    /** Largest difference from the float student. */
    public double largestError() {
        return all.largestError();
    }

    /** Mean of the differences' magnitudes. */
    public double meanError() {
        return all.meanError();
    }

    /** Share of the format's range that was used, 0 to 1. */
    public double rangeUsed() {
        return all.rangeUsed(edge);
    }

    /** The width in bits that would do, see {@link ErrorSummary#bitsSufficient}. */
    public int bitsSufficient() {
        return all.bitsSufficient(edge.format());
    }
}
