package org.ethotag.training;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.ethotag.job.JobMonitor;

/** Answers of a network to many uploaded windows, batch by batch, so that native memory stays level. */
final class BatchedForward {
    /** Enough to keep the engine busy, and some 50 MB at most inside the published teacher with 256 samples. */
    private static final int BATCH = 128;

    private final NDManager manager;
    private final Network network;

    BatchedForward(NDManager manager, Network network) {
        this.manager = manager;
        this.network = network;
    }

    /**
     * Logits [window][class] of some uploaded windows, in this order.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    float[][] logits(Parameters parameters, NativeWindows windows, int[] rows, JobMonitor monitor) {
        float[][] logits = new float[rows.length][];
        for (int from = 0; from < rows.length; from += BATCH) {
            monitor.checkCancelled();
            monitor.doing((double) from / rows.length, "classifying");
            int[] some = Arrays.copyOfRange(rows, from, Math.min(from + BATCH, rows.length));
            System.arraycopy(batch(parameters, windows, some), 0, logits, from, some.length);
        }
        return logits;
    }

    private float[][] batch(Parameters parameters, NativeWindows windows, int[] rows) {
        try (var batch = manager.newSubManager()) {
            var input = windows.batch(batch, Presentation.plain(rows));
            var arrays = parameters.arrays(parameters.upload(batch));
            return rows(network.logits(input, arrays, false).toFloatArray(), rows.length);
        }
    }

    /** Cuts [row][column] row-major into rows. */
    static float[][] rows(float[] all, int count) {
        int columns = all.length / count;
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(all, i * columns, (i + 1) * columns);
        }
        return rows;
    }
}
