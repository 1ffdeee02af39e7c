package org.ethotag.ui.trace;

import java.util.Arrays;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;

/**
 * Draws one quantity of a trace into rows of a raster: one vertical line per column from the lowest to the highest value,
 * joined to its neighbour; closer than a sample per column, the line through the samples. Takes what tiles there are and
 * never waits for more.
 */
final class LanePainter {
    /** Half the thickness of the line, in pixels of a screen at scale 1. */
    private static final double HALF_STROKE = 0.62;

    private static final double DOTS_FROM_PIXELS_PER_SAMPLE = 7;
    private static final double DOT_RADIUS = 2.2;
    /** A turn through the back jumps by nearly 360 degrees. */
    private static final double HALF_TURN = 180;

    private final Raster raster;
    private final TraceSource source;
    private final double from;
    private final double perColumn;
    private final double scale;
    private final float[] lowest;
    private final float[] highest;

    /** @param scale pixels of the raster per pixel of the layout */
    LanePainter(Raster raster, TraceSource source, TraceViewport viewport, double scale) {
        this.raster = raster;
        this.source = source;
        this.from = viewport.from();
        this.perColumn = viewport.samplesPerPixel() * viewport.width() / raster.width();
        this.scale = scale;
        this.lowest = new float[raster.width()];
        this.highest = new float[raster.width()];
    }

    /** Where a value lies between two rows. */
    static double yOf(double value, double low, double high, double top, double bottom) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }

    /**
     * Paints into rows {@code [top, bottom)}.
     *
     * @param low the value at the bottom row, in the unit of the quantity
     * @return whether all of it is as fine as it should be
     */
    boolean paint(Quantity quantity, int top, int bottom, double low, double high, int rgb, double alpha) {
        var range = visible();
        float[] samples = new float[perColumn < 1 ? (int) range.length() : 0];
        boolean line = perColumn < 1
                && !range.isEmpty()
                && source.tiles().columns(quantity, (double) range.from(), 1, samples, samples.clone());
        boolean complete = true;
        if (line) {
            interpolate(samples, range, quantity);
        } else {
            complete = source.tiles().columns(quantity, from, perColumn, lowest, highest);
            join(quantity);
        }
        double half = HALF_STROKE * scale;
        double[] tops = new double[lowest.length];
        double[] bottoms = new double[lowest.length];
        for (int x = 0; x < lowest.length; x++) {
            tops[x] = clamp(yOf(highest[x], low, high, top, bottom) - half, top, bottom);
            bottoms[x] = clamp(yOf(lowest[x], low, high, top, bottom) + half, top, bottom);
        }
        raster.columns(tops, bottoms, rgb, alpha);
        if (line && 1 / perColumn >= DOTS_FROM_PIXELS_PER_SAMPLE * scale) {
            dots(samples, range, top, bottom, low, high, rgb);
        }
        return complete;
    }

    private static double clamp(double y, int top, int bottom) {
        return Double.isNaN(y) ? y : Math.clamp(y, top, bottom);
    }

    /** Lets every column reach its left neighbour, so that the picture is one line. */
    private void join(Quantity quantity) {
        float previousLow = Float.NaN;
        float previousHigh = Float.NaN;
        for (int x = 0; x < lowest.length; x++) {
            float low = lowest[x];
            float high = highest[x];
            if (!Float.isNaN(low)
                    && !Float.isNaN(previousLow)
                    && !wraps(quantity, low, previousHigh, high, previousLow)) {
                lowest[x] = Math.min(low, previousHigh);
                highest[x] = Math.max(high, previousLow);
            }
            previousLow = low;
            previousHigh = high;
        }
    }

    private static boolean wraps(Quantity quantity, float low, float previousHigh, float high, float previousLow) {
        return quantity == Quantity.ROLL && (low - previousHigh > HALF_TURN || previousLow - high > HALF_TURN);
    }

    private SampleRange visible() {
        long length = source.length();
        long first = Math.clamp((long) Math.floor(from) - 1, 0, length);
        return new SampleRange(
                first, Math.clamp((long) Math.ceil(from + raster.width() * perColumn) + 2, first, length));
    }

    /** The straight lines between the middles of samples, not across gaps. */
    private void interpolate(float[] samples, SampleRange range, Quantity quantity) {
        Arrays.fill(lowest, Float.NaN);
        Arrays.fill(highest, Float.NaN);
        for (int x = 0; x < lowest.length; x++) {
            double left = from + x * perColumn;
            float a = valueAt(samples, range, left, quantity);
            float b = valueAt(samples, range, left + perColumn, quantity);
            lowest[x] = Math.min(a, b);
            highest[x] = Math.max(a, b);
        }
    }

    private float valueAt(float[] samples, SampleRange range, double position, Quantity quantity) {
        if (position < 0 || position > source.length()) {
            return Float.NaN;
        }
        double centred = position - 0.5;
        long left = (long) Math.floor(centred);
        var stretch = source.stretchOf(Math.clamp((long) position, range.from(), range.to() - 1));
        long first = Math.max(range.from(), stretch.from());
        long last = Math.min(range.to(), stretch.to()) - 1;
        float a = samples[(int) (Math.clamp(left, first, last) - range.from())];
        float b = samples[(int) (Math.clamp(left + 1, first, last) - range.from())];
        if (quantity == Quantity.ROLL && Math.abs(b - a) > HALF_TURN) {
            return centred - left < 0.5 ? a : b;
        }
        return (float) (a + (b - a) * (centred - left));
    }

    private void dots(float[] samples, SampleRange range, int top, int bottom, double low, double high, int rgb) {
        for (int i = 0; i < samples.length; i++) {
            double y = yOf(samples[i], low, high, top, bottom);
            if (!Float.isNaN(samples[i]) && y > top && y < bottom) {
                raster.dot((range.from() + i + 0.5 - from) / perColumn, y, DOT_RADIUS * scale, rgb);
            }
        }
    }
}
