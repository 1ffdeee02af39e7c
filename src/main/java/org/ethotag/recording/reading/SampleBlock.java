package org.ethotag.recording.reading;

import java.util.Arrays;
import org.ethotag.signal.Samples;

/** Some neighbouring samples of one device, filled again for every block. */
final class SampleBlock {
    private final float[][] axes = new float[Samples.AXES][];
    private long number;
    private long stampNanos;
    private int stampIndex;
    private double gridG;
    private int count;

    SampleBlock() {
        Arrays.setAll(axes, _ -> new float[128]);
    }

    /**
     * Starts another block.
     *
     * @param place where it is in the file: block or line, counted as the format does
     * @param nanos a time since 1970
     * @param index the sample of that time, counted from the block's first one; may lie outside the block
     * @param stepG step that all values are multiples of, in g; 0 if there is none
     */
    void begin(long place, long nanos, int index, double stepG) {
        number = place;
        stampNanos = nanos;
        stampIndex = index;
        gridG = stepG;
        count = 0;
    }

    /** One more sample in g. */
    void add(float x, float y, float z) {
        if (count == axes[0].length) {
            for (int axis = 0; axis < axes.length; axis++) {
                axes[axis] = Arrays.copyOf(axes[axis], 2 * count);
            }
        }
        axes[0][count] = x;
        axes[1][count] = y;
        axes[2][count] = z;
        count++;
    }

    long number() {
        return number;
    }

    long stampNanos() {
        return stampNanos;
    }

    int stampIndex() {
        return stampIndex;
    }

    double gridG() {
        return gridG;
    }

    int count() {
        return count;
    }

    float value(int axis, int index) {
        return axes[axis][index];
    }
}
