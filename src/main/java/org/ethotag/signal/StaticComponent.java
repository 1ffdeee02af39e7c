package org.ethotag.signal;

/**
 * The part of acceleration that is gravity, estimated by a running mean. The mean is centred, over an odd number of
 * samples, shorter at the ends of a stretch, and passes over missing values.
 *
 * <p>The usual length here is 2 s, some strides of a large animal. Shepard et al. 2008 (Aquatic Biology 4, 235-241) show
 * how the right length depends on the species' stride.
 *
 * @param halfSamples samples on each side of the middle one, 0 or more
 */
public record StaticComponent(int halfSamples) {
    /** Length of the usual running mean. */
    public static final double USUAL_SECONDS = 2;

    public StaticComponent {
        if (halfSamples < 0) {
            throw new IllegalArgumentException("not a number of samples: " + halfSamples);
        }
    }

    /** The running mean of the usual length: the odd number of samples nearest to it. */
    public static StaticComponent usual(SampleRate rate) {
        return new StaticComponent((int) Math.round((USUAL_SECONDS * rate.hertz() - 1) / 2));
    }

    /** Samples under one mean. */
    public int lengthSamples() {
        return 2 * halfSamples + 1;
    }

    /**
     * The means of some samples.
     *
     * @param values one axis, neighbours included as far as there are any
     * @param from first sample to answer for
     * @param to one past the last
     * @return a mean for each, NaN where there is no value under it
     */
    public double[] of(float[] values, int from, int to) {
        var means = new double[to - from];
        double sum = 0;
        int finite = 0;
        int left = Math.max(0, from - halfSamples);
        int right = left;
        for (int i = from; i < to; i++) {
            for (int end = Math.min(values.length, i + halfSamples + 1); right < end; right++) {
                if (!Float.isNaN(values[right])) {
                    sum += values[right];
                    finite++;
                }
            }
            for (int begin = Math.max(0, i - halfSamples); left < begin; left++) {
                if (!Float.isNaN(values[left])) {
                    sum -= values[left];
                    finite--;
                }
            }
            means[i - from] = finite == 0 ? Double.NaN : sum / finite;
        }
        return means;
    }
}
