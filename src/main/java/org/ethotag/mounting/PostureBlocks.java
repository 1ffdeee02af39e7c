package org.ethotag.mounting;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.Trace;

/**
 * What a tag felt, in blocks of some seconds and in the order of time: where gravity pointed, and how lively the animal
 * was. Callers must not change the arrays.
 *
 * @param directions [block][axis]: the mean acceleration of the block, as a unit vector
 * @param activity [block]: logarithm of the spread of the acceleration within the block, in g, about its mean
 */
public record PostureBlocks(double[][] directions, double[] activity) {
    /** One window of arXiv 2209.04130: long enough for gravity to stand out, short enough for one posture. */
    public static final double BLOCK_SECONDS = 5.12;
    /** Per trace; more blocks than this of a long one say nothing new, so they are taken evenly from all of it. */
    private static final int MOST_BLOCKS = 20_000;
    /** Still sensors differ by their noise below this; it keeps the logarithm finite. */
    private static final double NOISE_G = 1e-3;
    /** Outside this the mean is not gravity: a fault of the sensor, or a unit gone wrong. */
    private static final double LEAST_G = 0.5;

    private static final double MOST_G = 2;

    public PostureBlocks {
        if (directions.length != activity.length) {
            throw new IllegalArgumentException(directions.length + " directions of " + activity.length + " blocks");
        }
    }

    /** Nothing felt. */
    public static PostureBlocks none() {
        return new PostureBlocks(new double[0][], new double[0]);
    }

    /** The blocks of a trace; those with values that are not finite, or far from 1 g, are left out. */
    public static PostureBlocks of(Trace trace, List<SampleRange> stretches, SampleRate rate) {
        int length = Math.max(2, (int) Math.round(BLOCK_SECONDS * rate.hertz()));
        long all = stretches.stream()
                .mapToLong(stretch -> stretch.length() / length)
                .sum();
        long step = Math.max(1, Math.ceilDiv(all, MOST_BLOCKS));
        var directions = new ArrayList<double[]>();
        var activity = new ArrayList<Double>();
        for (SampleRange stretch : stretches) {
            for (long from = stretch.from(); from + length <= stretch.to(); from += step * length) {
                add(trace.read(new SampleRange(from, from + length)), directions, activity);
            }
        }
        return new PostureBlocks(
                directions.toArray(double[][]::new),
                activity.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void add(Samples samples, List<double[]> directions, List<Double> activity) {
        double[] mean = new double[Samples.AXES];
        double squares = 0;
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double sum = 0;
            double sumOfSquares = 0;
            for (int i = 0; i < samples.length(); i++) {
                double value = samples.at(axis, i);
                sum += value;
                sumOfSquares += value * value;
            }
            mean[axis] = sum / samples.length();
            squares += Math.max(0, sumOfSquares / samples.length() - mean[axis] * mean[axis]);
        }
        double norm = Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
        if (norm >= LEAST_G && norm <= MOST_G && Double.isFinite(squares)) {
            directions.add(new double[] {mean[0] / norm, mean[1] / norm, mean[2] / norm});
            activity.add(StrictMath.log(Math.sqrt(squares) + NOISE_G));
        }
    }

    /** How many. */
    public int count() {
        return activity.length;
    }

    /** These and then the others. */
    public PostureBlocks and(PostureBlocks later) {
        double[][] joined = new double[count() + later.count()][];
        double[] levels = new double[joined.length];
        System.arraycopy(directions, 0, joined, 0, count());
        System.arraycopy(later.directions, 0, joined, count(), later.count());
        System.arraycopy(activity, 0, levels, 0, count());
        System.arraycopy(later.activity, 0, levels, count(), later.count());
        return new PostureBlocks(joined, levels);
    }

    /** Some of them, in this order; one may come more than once. */
    PostureBlocks only(int[] blocks) {
        double[][] chosen = new double[blocks.length][];
        double[] levels = new double[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            chosen[i] = directions[blocks[i]];
            levels[i] = activity[blocks[i]];
        }
        return new PostureBlocks(chosen, levels);
    }
}
