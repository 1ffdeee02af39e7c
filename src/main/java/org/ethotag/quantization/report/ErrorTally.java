package org.ethotag.quantization.report;

/** Collects what an {@link ErrorSummary} says. */
final class ErrorTally {
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long values;
    private long saturations;
    private double signal;
    private double noise;
    private double errors;
    private double largestError;
    private final HistogramTally histogram = new HistogramTally();

    void add(double value, double exact) {
        double error = Math.abs(value - exact);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        values++;
        signal += exact * exact;
        noise += error * error;
        errors += error;
        largestError = Math.max(largestError, error);
        histogram.add(exact, value);
    }

    void addSaturations(long more) {
        saturations += more;
    }

    void add(ErrorTally other) {
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
        values += other.values;
        saturations += other.saturations;
        signal += other.signal;
        noise += other.noise;
        errors += other.errors;
        largestError = Math.max(largestError, other.largestError);
        histogram.add(other.histogram);
    }

    ErrorSummary summary() {
        return new ErrorSummary(
                values,
                values == 0 ? 0 : lowest,
                values == 0 ? 0 : highest,
                saturations,
                signal,
                noise,
                errors,
                largestError,
                histogram.histogram());
    }
}
