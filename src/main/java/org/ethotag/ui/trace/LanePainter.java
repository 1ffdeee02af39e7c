package org.ethotag.ui.trace;

import java.util.Arrays;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;

/**
 * Draws one axis of a trace into rows of a raster: one vertical line per column from the lowest to the highest value,
 * joined to its neighbour; closer than a sample per column, the line through the samples.
 */
final class LanePainter {
    /** Half the thickness of the line, in pixels of a screen at scale 1. */
    private static final double HALF_STROKE = 0.62;

    private static final double DOTS_FROM_PIXELS_PER_SAMPLE = 7;
    private static final double DOT_RADIUS = 2.2;

    private final Raster raster;
    private final TraceSource source;
    private final double from;
    private final double perColumn;
    private final double scale;

    /** @param scale pixels of the raster per pixel of the layout */
    LanePainter(Raster raster, TraceSource source, TraceViewport viewport, double scale) {
        this.raster = raster;
        this.source = source;
        this.from = viewport.from();
        this.perColumn = viewport.samplesPerPixel() * viewport.width() / raster.width();
        this.scale = scale;
    }

    /** Where a value lies between two rows. */
    static double yOf(double value, double low, double high, double top, double bottom) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }

    /** @param low the value at the bottom row, in g */
    void paint(int axis, int top, int bottom, double low, double high, int rgb, double alpha) {
        float[] lowest = new float[raster.width()];
        float[] highest = new float[raster.width()];
        boolean line = perColumn < 1;
        if (line) {
            interpolate(axis, lowest, highest);
        } else {
            source.trace().extremes(axis, from, perColumn, lowest, highest);
            join(lowest, highest);
        }
        double half = HALF_STROKE * scale;
        for (int x = 0; x < lowest.length; x++) {
            if (!Float.isNaN(lowest[x])) {
                double y0 = yOf(highest[x], low, high, top, bottom) - half;
                double y1 = yOf(lowest[x], low, high, top, bottom) + half;
                raster.column(x, Math.clamp(y0, top, bottom), Math.clamp(y1, top, bottom), rgb, alpha);
            }
        }
        if (line && 1 / perColumn >= DOTS_FROM_PIXELS_PER_SAMPLE * scale) {
            dots(axis, top, bottom, low, high, rgb);
        }
    }

    /** Lets every column reach its left neighbour, so that the picture is one line. */
    private static void join(float[] lowest, float[] highest) {
        float previousLow = Float.NaN;
        float previousHigh = Float.NaN;
        for (int x = 0; x < lowest.length; x++) {
            float low = lowest[x];
            float high = highest[x];
            if (!Float.isNaN(low) && !Float.isNaN(previousLow)) {
                lowest[x] = Math.min(low, previousHigh);
                highest[x] = Math.max(high, previousLow);
            }
            previousLow = low;
            previousHigh = high;
        }
    }

    private SampleRange visible() {
        long length = source.length();
        long first = Math.clamp((long) Math.floor(from) - 1, 0, length);
        return new SampleRange(
                first, Math.clamp((long) Math.ceil(from + raster.width() * perColumn) + 2, first, length));
    }

    /** The straight lines between the middles of samples, not across gaps. */
    private void interpolate(int axis, float[] lowest, float[] highest) {
        var range = visible();
        Arrays.fill(lowest, Float.NaN);
        Arrays.fill(highest, Float.NaN);
        if (range.isEmpty()) {
            return;
        }
        var samples = source.trace().read(range);
        for (int x = 0; x < lowest.length; x++) {
            double left = from + x * perColumn;
            float a = valueAt(samples, axis, range, left);
            float b = valueAt(samples, axis, range, left + perColumn);
            lowest[x] = Math.min(a, b);
            highest[x] = Math.max(a, b);
        }
    }

    private float valueAt(Samples samples, int axis, SampleRange range, double position) {
        if (position < 0 || position > source.length()) {
            return Float.NaN;
        }
        double centred = position - 0.5;
        long left = (long) Math.floor(centred);
        var stretch = source.stretchOf(Math.clamp((long) position, range.from(), range.to() - 1));
        long first = Math.max(range.from(), stretch.from());
        long last = Math.min(range.to(), stretch.to()) - 1;
        float a = samples.at(axis, (int) (Math.clamp(left, first, last) - range.from()));
        float b = samples.at(axis, (int) (Math.clamp(left + 1, first, last) - range.from()));
        return (float) (a + (b - a) * (centred - left));
    }

    private void dots(int axis, int top, int bottom, double low, double high, int rgb) {
        var range = visible();
        var samples = source.trace().read(range);
        for (int i = 0; i < samples.length(); i++) {
            float value = samples.at(axis, i);
            double y = yOf(value, low, high, top, bottom);
            if (!Float.isNaN(value) && y > top && y < bottom) {
                raster.dot((range.from() + i + 0.5 - from) / perColumn, y, DOT_RADIUS * scale, rgb);
            }
        }
    }
}
