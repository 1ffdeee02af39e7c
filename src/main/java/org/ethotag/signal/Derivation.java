package org.ethotag.signal;

import java.util.Arrays;
import java.util.List;

/**
 * Makes {@link Quantity quantities} out of a trace. The running mean of the static component never reaches over a gap.
 * Safe for use by several threads.
 *
 * @param trace the acceleration
 * @param stretches pieces without a gap, in order, covering the trace; none means one piece
 * @param gravity how the static component is estimated
 */
public record Derivation(Trace trace, List<SampleRange> stretches, StaticComponent gravity) {
    public Derivation {
        stretches = stretches.isEmpty() ? List.of(new SampleRange(0, trace.lengthSamples())) : List.copyOf(stretches);
    }

    /**
     * A quantity for every sample of a range.
     *
     * @param range inside the trace, short enough for memory
     * @return a value for each sample, NaN where there is none
     */
    public float[] of(Quantity quantity, SampleRange range) {
        var values = new float[(int) range.length()];
        Arrays.fill(values, Float.NaN);
        if (range.isEmpty()) {
            return values;
        }
        int reach = quantity.needsStatic() ? gravity.halfSamples() : 0;
        for (int i = SampleRange.indexOf(range.from(), stretches);
                i < stretches.size() && stretches.get(i).from() < range.to();
                i++) {
            var stretch = stretches.get(i);
            long from = Math.max(stretch.from(), range.from());
            long to = Math.min(stretch.to(), range.to());
            if (from < to) {
                var around =
                        new SampleRange(Math.max(stretch.from(), from - reach), Math.min(stretch.to(), to + reach));
                fill(quantity, trace.read(around), (int) (from - around.from()), (int) (to - from), values, (int)
                        (from - range.from()));
            }
        }
        return values;
    }

    private void fill(Quantity quantity, Samples samples, int skip, int count, float[] values, int at) {
        float[] x = samples.axis(0);
        float[] y = samples.axis(1);
        float[] z = samples.axis(2);
        double[] none = new double[quantity.needsStatic() ? 0 : count];
        double[] meanX = quantity.needsStatic() ? gravity.of(x, skip, skip + count) : none;
        double[] meanY = quantity.needsStatic() ? gravity.of(y, skip, skip + count) : none;
        double[] meanZ = quantity.needsStatic() ? gravity.of(z, skip, skip + count) : none;
        for (int i = 0; i < count; i++) {
            int sample = skip + i;
            values[at + i] = quantity.of(x[sample], y[sample], z[sample], meanX[i], meanY[i], meanZ[i]);
        }
    }

    /** The stretch that a sample lies in; the nearest one for a sample outside. */
    public SampleRange stretchOf(long sample) {
        return stretches.get(SampleRange.indexOf(sample, stretches));
    }
}
