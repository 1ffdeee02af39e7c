package org.ethotag.review;

import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.Trace;

/**
 * Mean length of the dynamic acceleration of a stretch: what is left of each axis without its running mean over two seconds (L.
 * Qasem et al., "Tri-Axial Dynamic Acceleration as a Proxy for Animal Energy Expenditure", PLoS ONE 7 (2012) e31187; two
 * seconds after E. L. C. Shepard et al., Aquatic Biology 4 (2008) 235-241, for animals of this size).
 */
final class Vedba {
    private static final double STATIC_SECONDS = 2;
    /** More is not needed to know how lively a bout is: the first quarter of an hour at 50 Hz. */
    private static final int MOST_SAMPLES = 45_000;

    private Vedba() {}

    /** In g; NaN if no sample of the range is finite. */
    static double meanG(Trace trace, SampleRange range, SampleRate rate) {
        var read = new SampleRange(range.from(), Math.min(range.to(), range.from() + MOST_SAMPLES));
        Samples samples = trace.read(read);
        int half = (int) Math.max(1, Math.round(STATIC_SECONDS * rate.hertz() / 2));
        int length = samples.length();
        double[] squares = new double[length];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double[] sums = new double[length + 1];
            for (int i = 0; i < length; i++) {
                sums[i + 1] = sums[i] + samples.at(axis, i);
            }
            for (int i = 0; i < length; i++) {
                int from = Math.max(0, i - half);
                int to = Math.min(length, i + half + 1);
                double dynamic = samples.at(axis, i) - (sums[to] - sums[from]) / (to - from);
                squares[i] += dynamic * dynamic;
            }
        }
        double sum = 0;
        int finite = 0;
        for (double square : squares) {
            if (Double.isFinite(square)) {
                sum += Math.sqrt(square);
                finite++;
            }
        }
        return finite == 0 ? Double.NaN : sum / finite;
    }
}
