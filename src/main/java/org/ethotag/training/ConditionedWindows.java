package org.ethotag.training;

import org.ethotag.dataset.Dataset;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.SensorScale;
import org.ethotag.signal.Samples;

/**
 * Windows as a tag's network sees them: what its sensor would have counted, conditioned.
 *
 * @param dataset windows in g
 * @param sensor what a count means
 * @param conditioning from counts to the network's input
 */
record ConditionedWindows(Dataset dataset, SensorScale sensor, InputConditioning conditioning) {
    /**
     * Integers of some windows, [sample][window][axis].
     *
     * @param rows which windows of the dataset
     * @param turns [window][3][3], multiplied to the raw values first
     */
    double[] batch(int[] rows, double[] turns) {
        int samples = dataset.spec().lengthSamples();
        double[] batch = new double[samples * rows.length * Samples.AXES];
        short[] counts = new short[Samples.AXES];
        for (int row = 0; row < rows.length; row++) {
            float[] valuesG = dataset.valuesG(rows[row]);
            for (int sample = 0; sample < samples; sample++) {
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    int from = (row * Samples.AXES + axis) * Samples.AXES;
                    double turned = turns[from] * valuesG[sample]
                            + turns[from + 1] * valuesG[samples + sample]
                            + turns[from + 2] * valuesG[2 * samples + sample];
                    counts[axis] = sensor.counts((float) turned);
                }
                int at = (sample * rows.length + row) * Samples.AXES;
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    batch[at + axis] = conditioning.apply(axis, counts[0], counts[1], counts[2]);
                }
            }
        }
        return batch;
    }
}
