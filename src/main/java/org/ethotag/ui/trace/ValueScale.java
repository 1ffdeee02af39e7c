package org.ethotag.ui.trace;

import java.util.Arrays;
import org.ethotag.signal.Samples;
import org.ethotag.signal.Trace;

/**
 * Which values each axis' lane shows: all lanes span the same number of g, each around its own centre, so that movement
 * can be compared between axes whatever their share of gravity.
 *
 * @param centreX middle of the lane of x, in g
 * @param centreY of y
 * @param centreZ of z
 * @param spanG from the bottom to the top of a lane, above 0
 */
public record ValueScale(double centreX, double centreY, double centreZ, double spanG) {
    /** Enough places to find the usual values of a recording of any length. */
    private static final int COLUMNS = 400;
    /** Knocks of the tag are rarer than this and may leave the lane. */
    private static final double RARE = 0.03;

    private static final double ROOM = 1.25;
    private static final double SMALLEST_SPAN_G = 0.2;

    /** What fits the usual values of a recording. */
    public static ValueScale of(Trace trace) {
        double[] centre = new double[Samples.AXES];
        double span = SMALLEST_SPAN_G;
        float[] low = new float[COLUMNS];
        float[] high = new float[COLUMNS];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            trace.extremes(axis, 0, Math.max(1, trace.lengthSamples()) / (double) COLUMNS, low, high);
            double bottom = usual(low, RARE);
            double top = usual(high, 1 - RARE);
            centre[axis] = (bottom + top) / 2;
            span = Math.max(span, (top - bottom) * ROOM);
        }
        return new ValueScale(centre[0], centre[1], centre[2], span);
    }

    private static double usual(float[] values, double quantile) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int finite = 0;
        while (finite < sorted.length && !Float.isNaN(sorted[finite])) {
            finite++;
        }
        return finite == 0 ? 0 : sorted[(int) Math.round(quantile * (finite - 1))];
    }

    /** Magnified by a factor. */
    public ValueScale zoomed(double factor) {
        return new ValueScale(centreX, centreY, centreZ, Math.clamp(spanG / factor, 0.01, 100));
    }

    double centre(int axis) {
        return switch (axis) {
            case 0 -> centreX;
            case 1 -> centreY;
            default -> centreZ;
        };
    }

    double low(int axis) {
        return centre(axis) - spanG / 2;
    }

    double high(int axis) {
        return centre(axis) + spanG / 2;
    }
}
