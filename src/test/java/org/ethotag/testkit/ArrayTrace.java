package org.ethotag.testkit;

import java.util.Arrays;
import java.util.Random;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.ethotag.signal.Trace;

/** A trace in memory, written as plainly as possible. */
public final class ArrayTrace implements Trace {
    /** [axis][sample], in g */
    private final float[][] g;

    public ArrayTrace(float[][] g) {
        this.g = g;
    }

    /** A ramp: the value of sample n is n thousandths of a g on every axis. */
    public static ArrayTrace ramp(int length) {
        float[][] g = new float[Samples.AXES][length];
        for (int i = 0; i < length; i++) {
            g[0][i] = i / 1000f;
            g[1][i] = i / 1000f;
            g[2][i] = i / 1000f;
        }
        return new ArrayTrace(g);
    }

    /** Something like a cow: quiet, walking and grazing in turn, gravity mostly on z. */
    public static ArrayTrace cow(int length, double rateHz, long seed) {
        var random = new Random(seed);
        float[][] g = new float[Samples.AXES][length];
        for (int i = 0; i < length; i++) {
            double t = i / rateHz;
            int phase = (int) (t / 300) % 3;
            double sway = phase == 0 ? 0.03 : phase == 1 ? 0.25 : 0.14;
            double beat = phase == 1 ? 1.4 : 0.9;
            double pitch = phase == 2 ? 0.6 : 0.1;
            double step = Math.sin(2 * Math.PI * beat * t);
            g[0][i] = (float) (Math.sin(pitch) + sway * step + 0.02 * random.nextGaussian());
            g[1][i] = (float) (0.1 + sway * Math.sin(Math.PI * beat * t + 1) + 0.02 * random.nextGaussian());
            g[2][i] = (float) (Math.cos(pitch) + sway * step * step * step + 0.02 * random.nextGaussian());
        }
        return new ArrayTrace(g);
    }

    @Override
    public long lengthSamples() {
        return g[0].length;
    }

    @Override
    public Samples read(SampleRange range) {
        return Samples.of(Arrays.stream(g)
                .map(axis -> Arrays.copyOfRange(axis, (int) range.from(), (int) range.to()))
                .toArray(float[][]::new));
    }

    @Override
    public void extremes(int axis, double from, double samplesPerColumn, float[] lowG, float[] highG) {
        for (int column = 0; column < lowG.length; column++) {
            int first = (int) Math.max(0, Math.floor(from + column * samplesPerColumn));
            int last = (int) Math.min(
                    g[0].length, Math.max(first + 1, Math.floor(from + (column + 1) * samplesPerColumn)));
            lowG[column] = Float.NaN;
            highG[column] = Float.NaN;
            for (int i = first; i < last; i++) {
                lowG[column] = Float.isNaN(lowG[column]) ? g[axis][i] : Math.min(lowG[column], g[axis][i]);
                highG[column] = Float.isNaN(highG[column]) ? g[axis][i] : Math.max(highG[column], g[axis][i]);
            }
        }
    }
}
