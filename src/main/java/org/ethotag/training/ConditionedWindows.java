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
    /** Integers of some windows, [sample][window][axis]. */
    double[] batch(Presentation shown) {
        int[] rows = shown.rows();
        int samples = dataset.spec().lengthSamples();
        double[] batch = new double[samples * rows.length * Samples.AXES];
        short[] counts = new short[Samples.AXES];
        for (int row = 0; row < rows.length; row++) {
            float[] valuesG = warped(dataset.valuesG(rows[row]), shown.places(), row * samples, samples);
            for (int sample = 0; sample < samples; sample++) {
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    int from = (row * Samples.AXES + axis) * Samples.AXES;
                    double turned = shown.turns()[from] * valuesG[sample]
                            + shown.turns()[from + 1] * valuesG[samples + sample]
                            + shown.turns()[from + 2] * valuesG[2 * samples + sample];
                    double noise = shown.noiseG().length == 0
                            ? 0
                            : shown.noiseG()[(row * Samples.AXES + axis) * samples + sample];
                    counts[axis] = sensor.counts((float) (turned + noise));
                }
                int at = (sample * rows.length + row) * Samples.AXES;
                for (int axis = 0; axis < Samples.AXES; axis++) {
                    batch[at + axis] = conditioning.apply(axis, counts[0], counts[1], counts[2]);
                }
            }
        }
        return batch;
    }

    private static float[] warped(float[] valuesG, float[] places, int from, int samples) {
        if (places.length == 0) {
            return valuesG;
        }
        float[] warped = new float[valuesG.length];
        for (int i = 0; i < valuesG.length; i++) {
            float place = places[from + i % samples];
            int before = Math.min((int) place, samples - 2);
            int at = i / samples * samples + before;
            warped[i] = valuesG[at] + (valuesG[at + 1] - valuesG[at]) * (place - before);
        }
        return warped;
    }
}
