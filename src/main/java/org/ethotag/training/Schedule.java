package org.ethotag.training;

/** How the learning rate changes over a training run. */
public enum Schedule {
    /** Always the peak. */
    CONSTANT,
    /** Half a cosine from the peak to 0 (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5, one cycle). */
    COSINE,
    /**
     * Up by a cosine from 1/25 of the peak in the first 30 % of the steps, then down by a cosine to 1/250,000 (Smith and
     * Topin 2018, arXiv 1708.07120, with the shape and defaults of PyTorch's OneCycleLR).
     */
    ONE_CYCLE;

    private static final double RISING_FRACTION = 0.3;
    private static final double START_DIVISOR = 25;
    private static final double END_DIVISOR = 1e4;

    /**
     * The rate of one step.
     *
     * @param step 0 to {@code steps} - 1
     */
    double rate(double peak, int step, int steps) {
        return switch (this) {
            case CONSTANT -> peak;
            case COSINE -> between(peak, 0, (double) step / steps);
            case ONE_CYCLE -> oneCycle(peak, step, steps);
        };
    }

    private static double oneCycle(double peak, int step, int steps) {
        double start = peak / START_DIVISOR;
        double top = RISING_FRACTION * steps - 1;
        if (step <= top) {
            return between(start, peak, step / top);
        }
        double last = steps - 1.0;
        return last <= Math.max(0, top) // a single step has nowhere to rise or fall
                ? peak
                : between(peak, start / END_DIVISOR, (step - Math.max(0, top)) / (last - Math.max(0, top)));
    }

    /** Half a cosine from one value to another. */
    private static double between(double from, double to, double fraction) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * fraction));
    }
}
