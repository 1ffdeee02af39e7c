package org.ethotag.quantization.batch;

import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.quantization.QuantizedGraph;

/** What the tag would answer for the windows of a dataset. */
public final class FixedAnswers {
    private FixedAnswers() {}

    /**
     * Logits, states and classes of some windows, in the order of {@code windows}.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static BatchAnswers of(QuantizedGraph graph, Dataset dataset, int[] windows, JobMonitor monitor) {
        return new BatchEngine(WindowSource.of(dataset, windows)).run(graph, monitor);
    }

    /** Logits of every window, [window][class], in the order of {@code windows}. */
    public static int[][] logits(QuantizedGraph graph, Dataset dataset, int[] windows, JobMonitor monitor) {
        var answers = of(graph, dataset, windows, monitor);
        int[][] logits = new int[answers.size()][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = answers.logits(i);
        }
        return logits;
    }

    /** The class of every window, in the order of {@code windows}. */
    public static int[] classes(QuantizedGraph graph, Dataset dataset, int[] windows, JobMonitor monitor) {
        return of(graph, dataset, windows, monitor).classes();
    }
}
