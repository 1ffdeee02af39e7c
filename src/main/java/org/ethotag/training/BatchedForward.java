package org.ethotag.training;

import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
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
     * Logits [window][class] of the first {@code count} uploaded windows.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    float[][] logits(Parameters parameters, NativeWindows windows, int count, JobMonitor monitor) {
        float[][] logits = new float[count][];
        for (int from = 0; from < count; from += BATCH) {
            monitor.checkCancelled();
            monitor.progress((double) from / count, "Classifying windows");
            batch(parameters, windows, from, Math.min(BATCH, count - from), logits);
        }
        return logits;
    }

    private void batch(Parameters parameters, NativeWindows windows, int from, int count, float[][] logits) {
        try (var batch = manager.newSubManager()) {
            int[] rows = IntStream.range(from, from + count).toArray();
            var input = windows.batch(batch, rows, NativeWindows.unturned(count));
            var arrays = parameters.arrays(parameters.upload(batch));
            float[] all = network.logits(input, arrays, false).toFloatArray();
            int classes = all.length / count;
            for (int i = 0; i < count; i++) {
                logits[from + i] = new float[classes];
                System.arraycopy(all, i * classes, logits[from + i], 0, classes);
            }
        }
    }
}
