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
 * A dataset's raw windows, uploaded once; a batch picks some, warps, turns and normalises each, all in the engine.
 * The memory belongs to the manager it was made with.
 */
final class NativeWindows {
    private static final int MATRIX = Samples.AXES * Samples.AXES;

    private final NDArray accelerationG;
    private final NDArray offset;
    private final double[] spread = new double[Samples.AXES];
    private final int length;

    /** @param windows which windows of the dataset, in this order */
    NativeWindows(NDManager manager, Dataset dataset, int[] windows, Normalization normalization) {
        length = dataset.spec().lengthSamples();
        int size = Samples.AXES * length;
        float[] values = new float[Math.multiplyExact(windows.length, size)];
        for (int i = 0; i < windows.length; i++) {
            dataset.copyG(windows[i], values, i * size);
        }
        accelerationG = manager.create(values, new Shape(windows.length, Samples.AXES, length));
        float[] shift = new float[Samples.AXES];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            spread[axis] = normalization.spreadG().get(axis);
            shift[axis] = (float) (-normalization.meanG().get(axis) / spread[axis]);
        }
        offset = manager.create(shift, new Shape(1, Samples.AXES, 1));
    }

    /**
     * What the network sees of some windows, [window][axis][sample].
     *
     * @param batch owner of the result
     */
    NDArray batch(NDManager batch, Presentation shown) {
        int count = shown.rows().length;
        long[] wide = Arrays.stream(shown.rows()).asLongStream().toArray();
        NDArray picked = accelerationG.get(batch, new NDIndex("{}", batch.create(wide)));
        if (shown.places().length > 0) {
            picked = warped(picked, shown.places(), count);
        }
        double[] matrices = shown.turns();
        float[] scaled = new float[matrices.length];
        for (int i = 0; i < matrices.length; i++) {
            scaled[i] = (float) (matrices[i] / spread[i % MATRIX / Samples.AXES]);
        }
        NDArray turn = batch.create(scaled, new Shape(count, Samples.AXES, Samples.AXES));
        NDArray seen = turn.batchMatMul(picked).add(offset);
        return shown.noiseG().length > 0 ? seen.add(noise(batch, shown.noiseG(), count)) : seen;
    }

    /** Every sample from its place, between two samples in proportion. */
    private NDArray warped(NDArray windows, float[] places, int count) {
        long[] before = new long[places.length];
        float[] share = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            before[i] = Math.min((int) places[i], length - 2);
            share[i] = places[i] - before[i];
        }
        var manager = windows.getManager();
        NDArray from = manager.create(before, new Shape(count, 1, length)).repeat(1, Samples.AXES);
        NDArray left = windows.gather(from, 2);
        NDArray right = windows.gather(from.add(1), 2);
        return left.add(right.sub(left).mul(manager.create(share, new Shape(count, 1, length))));
    }

    private NDArray noise(NDManager batch, float[] noiseG, int count) {
        float[] scaled = new float[noiseG.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (noiseG[i] / spread[i / length % Samples.AXES]);
        }
        return batch.create(scaled, new Shape(count, Samples.AXES, length));
    }
}
