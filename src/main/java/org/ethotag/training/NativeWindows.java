package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.signal.Samples;

/**
 * A dataset's raw windows, uploaded once; a batch picks some, turns each by its matrix and normalises, all in the engine.
 * The memory belongs to the manager it was made with.
 */
final class NativeWindows {
    private static final int MATRIX = Samples.AXES * Samples.AXES;

    private final NDArray accelerationG;
    private final double[] spread = new double[Samples.AXES];
    private final float[] offset = new float[Samples.AXES];

    /** @param windows which windows of the dataset, in this order */
    NativeWindows(NDManager manager, Dataset dataset, int[] windows, Normalization normalization) {
        int length = dataset.spec().lengthSamples();
        int size = Samples.AXES * length;
        float[] values = new float[Math.multiplyExact(windows.length, size)];
        for (int i = 0; i < windows.length; i++) {
            dataset.copyG(windows[i], values, i * size);
        }
        accelerationG = manager.create(values, new Shape(windows.length, Samples.AXES, length));
        for (int axis = 0; axis < Samples.AXES; axis++) {
            spread[axis] = normalization.spreadG().get(axis);
            offset[axis] = (float) (-normalization.meanG().get(axis) / spread[axis]);
        }
    }

    /** No turn: one unit matrix per window. */
    static double[] unturned(int windows) {
        double[] matrices = new double[windows * MATRIX];
        for (int i = 0; i < windows * Samples.AXES; i++) {
            matrices[i / Samples.AXES * MATRIX + i % Samples.AXES * (Samples.AXES + 1)] = 1;
        }
        return matrices;
    }

    /**
     * What the network sees of some windows, [window][axis][sample].
     *
     * @param batch owner of the result
     * @param rows positions among the uploaded windows
     * @param matrices [window][3][3], multiplied to the raw values
     */
    NDArray batch(NDManager batch, int[] rows, double[] matrices) {
        long[] wide = Arrays.stream(rows).asLongStream().toArray();
        NDArray picked = accelerationG.get(batch, new NDIndex("{}", batch.create(wide)));
        float[] scaled = new float[matrices.length];
        for (int i = 0; i < matrices.length; i++) {
            scaled[i] = (float) (matrices[i] / spread[i % MATRIX / Samples.AXES]);
        }
        NDArray turn = batch.create(scaled, new Shape(rows.length, Samples.AXES, Samples.AXES));
        return turn.batchMatMul(picked).add(batch.create(offset, new Shape(1, Samples.AXES, 1)));
    }
}
