package org.ethotag.dataset;

import java.util.Arrays;
import java.util.List;
import org.ethotag.signal.Samples;

/**
 * Mean and spread per axis, so that {@code (value - mean) / spread} is what a network sees.
 *
 * @param meanG one per axis, in g
 * @param spreadG one per axis, in g, above 0
 */
public record Normalization(List<Float> meanG, List<Float> spreadG) {
    /** Below the noise of any sensor; keeps a dead axis from being divided by nothing. */
    private static final double SMALLEST_SPREAD_G = 1e-3;

    public Normalization {
        meanG = List.copyOf(meanG);
        spreadG = List.copyOf(spreadG);
        if (meanG.size() != Samples.AXES || spreadG.size() != Samples.AXES) {
            throw new IllegalArgumentException("three axes are needed");
        }
    }

    /** Taken from the given windows only: those of the training animals. */
    public static Normalization of(Dataset dataset, int[] windows) {
        int length = dataset.spec().lengthSamples();
        double[] sum = new double[Samples.AXES];
        double[] squares = new double[Samples.AXES];
        float[] values = new float[Samples.AXES * length];
        for (int window : windows) {
            dataset.copyG(window, values, 0);
            for (int i = 0; i < values.length; i++) {
                sum[i / length] += values[i];
                squares[i / length] += (double) values[i] * values[i];
            }
        }
        double count = Math.max(1.0, (double) windows.length * length);
        Float[] mean = new Float[Samples.AXES];
        Float[] spread = new Float[Samples.AXES];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double average = sum[axis] / count;
            double variance = Math.max(0, squares[axis] / count - average * average);
            mean[axis] = (float) average;
            spread[axis] = (float) Math.max(SMALLEST_SPREAD_G, Math.sqrt(variance));
        }
        return new Normalization(Arrays.asList(mean), Arrays.asList(spread));
    }

    /** What a network sees of a value. */
    public float apply(int axis, float accelerationG) {
        return (accelerationG - meanG.get(axis)) / spreadG.get(axis);
    }
}
