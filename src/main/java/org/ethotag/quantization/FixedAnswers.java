package org.ethotag.quantization;

import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;

/** What the tag would answer for the windows of a dataset. */
public final class FixedAnswers {
    private FixedAnswers() {}

    /**
     * Logits of every window.
     *
     * @return [window][class], in the order of {@code windows}
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static int[][] logits(QuantizedGraph graph, Dataset dataset, int[] windows, JobMonitor monitor) {
        var engine = new IntegerEngine(graph);
        int[][] logits = new int[windows.length][];
        for (int i = 0; i < windows.length; i++) {
            monitor.checkCancelled();
            monitor.progress((double) i / windows.length, "Classifying window " + (i + 1) + " of " + windows.length);
            logits[i] = engine.logits(graph.counts(dataset.valuesG(windows[i])));
        }
        return logits;
    }

    /** The class of every window, in the order of {@code windows}. */
    public static int[] classes(QuantizedGraph graph, Dataset dataset, int[] windows, JobMonitor monitor) {
        int[][] logits = logits(graph, dataset, windows, monitor);
        int[] classes = new int[logits.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = IntegerEngine.classOf(logits[i]);
        }
        return classes;
    }
}
