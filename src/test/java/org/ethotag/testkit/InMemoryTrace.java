package org.ethotag.testkit;

import java.util.Arrays;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.ethotag.signal.Trace;

/** A short trace out of an array. */
public final class InMemoryTrace implements Trace {
    private final float[][] g;

    /** @param accelerationG [axis][sample] */
    public InMemoryTrace(float[][] accelerationG) {
        g = Samples.of(accelerationG).toArray();
    }

    /** A trace whose x counts the samples, y is minus that, z is 1. */
    public static InMemoryTrace counting(int lengthSamples) {
        float[][] g = new float[Samples.AXES][lengthSamples];
        for (int i = 0; i < lengthSamples; i++) {
            g[0][i] = i;
            g[1][i] = -i;
            g[2][i] = 1;
        }
        return new InMemoryTrace(g);
    }

    /** The same trace with one value replaced. */
    public InMemoryTrace with(int axis, int sample, float value) {
        float[][] changed = Arrays.stream(g).map(float[]::clone).toArray(float[][]::new);
        changed[axis][sample] = value;
        return new InMemoryTrace(changed);
    }

    @Override
    public long lengthSamples() {
        return g[0].length;
    }

    @Override
    public Samples read(SampleRange range) {
        float[][] part = new float[Samples.AXES][];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            part[axis] = Arrays.copyOfRange(g[axis], (int) range.from(), (int) range.to());
        }
        return Samples.of(part);
    }

    @Override
    public void extremes(int axis, double from, double samplesPerColumn, float[] lowG, float[] highG) {
        for (int column = 0; column < lowG.length; column++) {
            int first = (int) Math.max(0, Math.floor(from + column * samplesPerColumn));
            int last = (int) Math.min(g[axis].length, Math.ceil(from + (column + 1) * samplesPerColumn));
            lowG[column] = Float.NaN;
            highG[column] = Float.NaN;
            for (int i = first; i < last; i++) {
                lowG[column] = Float.isNaN(lowG[column]) ? g[axis][i] : Math.min(lowG[column], g[axis][i]);
                highG[column] = Float.isNaN(highG[column]) ? g[axis][i] : Math.max(highG[column], g[axis][i]);
            }
        }
    }
}
