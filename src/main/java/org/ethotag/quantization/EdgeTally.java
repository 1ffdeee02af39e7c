package org.ethotag.quantization;

/** Collects what an {@link EdgeReport} says. */
final class EdgeTally {
    private static final double DECIBELS = 10;

    private final GraphEdge edge;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long values;
    private double signal;
    private double noise;
    private double largestError;
    private double errors;

    EdgeTally(GraphEdge edge) {
        this.edge = edge;
    }

    void add(int integer, double exact) {
        double value = edge.format().toReal(integer);
        double error = Math.abs(value - exact);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        values++;
        signal += exact * exact;
        noise += error * error;
        largestError = Math.max(largestError, error);
        errors += error;
    }

    EdgeReport report(long saturations) {
        return new EdgeReport(
                edge,
                values == 0 ? 0 : lowest,
                values == 0 ? 0 : highest,
                values,
                saturations,
                DECIBELS * Math.log10(signal / noise),
                largestError,
                errors / Math.max(1, values));
    }
}
