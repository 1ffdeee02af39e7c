package org.ethotag.signal;

/** Random access to a trace on three axes, whatever its size. Safe for use by several threads. */
public interface Trace {
    /** Samples on each axis. */
    long lengthSamples();

    /** The samples of a range, in g; the range must lie inside the trace and fit into memory. */
    Samples read(SampleRange range);

    /**
     * Lowest and highest value for each of many equal columns, as a picture needs them. Costs time by the number of
     * columns, not by the number of samples under them.
     *
     * @param axis 0 to 2
     * @param from sample position of the left edge of the first column; may lie outside the trace
     * @param samplesPerColumn width of a column in samples, above 0; below 1 a column takes the sample it lies in
     * @param lowG receives the lowest value per column in g, NaN where there is no sample
     * @param highG receives the highest value, as long as {@code lowG}
     */
    void extremes(int axis, double from, double samplesPerColumn, float[] lowG, float[] highG);
}
