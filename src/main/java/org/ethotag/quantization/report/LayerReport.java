package org.ethotag.quantization.report;

import java.util.List;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;

/**
 * What a student loses in fixed point, edge by edge and time step by time step, on given windows. Its size does not
 * depend on how many windows there are but for the list of disagreements: nine edges, ten with an input perceptron, with {@link #columns} summaries of
 * about 0.7 KB each, most of it histograms; 1.7 MB for windows of 256 samples, 3.4 MB at most.
 *
 * @param edges the edges that the float student has too, in the order of the computation
 * @param bounds the overflow proof of every row, tightest first
 * @param addedUnits hidden units of zeros that fill up to a multiple of 4
 * @param windows how many windows were compared
 * @param columns columns of time in the reports of edges: one per time step, or {@value #MOST_COLUMNS} that share the
 *     steps of longer windows evenly
 * @param disagreements windows for which the two give different classes
 */
public record LayerReport(
        List<EdgeReport> edges,
        List<RowBound> bounds,
        int addedUnits,
        int windows,
        int columns,
        List<Disagreement> disagreements) {
    /** What keeps the size of a report within bounds. */
    public static final int MOST_COLUMNS = 512;

    public LayerReport {
        edges = List.copyOf(edges);
        bounds = List.copyOf(bounds);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * A window whose class changed.
     *
     * @param window index in the dataset
     * @param floatClass what the float student says
     * @param fixedClass what the integers say
     * @param floatMargin float logit of its class minus the next best one
     * @param fixedMargin the same of the integers, in counts: what the tag calls its confidence
     * @param divergedAt the first time step, from 0, from which on the two would answer differently wherever the window
     *     ended
     */
    public record Disagreement(
            int window, int floatClass, int fixedClass, double floatMargin, long fixedMargin, int divergedAt) {}

    /** Share of the windows with equal class, 0 to 1; 1 without windows. */
    public double agreement() {
        return windows == 0 ? 1 : 1 - (double) disagreements.size() / windows;
    }

    /** Input values that did not fit; above 0 means that the sensor's range was chosen too small. */
    public long clippedInputs() {
        return edges.stream()
                .filter(report -> report.edge().name() == EdgeName.X)
                .mapToLong(EdgeReport::saturations)
                .sum();
    }

    /** Compares without anybody watching. */
    public static LayerReport of(QuantizedGraph graph, StudentModel student, Dataset dataset, int[] windows) {
        return of(graph, student, dataset, windows, JobMonitor.unwatched());
    }

    /**
     * Runs both on the given windows.
     *
     * @param graph of this student
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static LayerReport of(
            QuantizedGraph graph, StudentModel student, Dataset dataset, int[] windows, JobMonitor monitor) {
        var comparison = new LayerComparison(graph, student);
        for (int i = 0; i < windows.length; i++) {
            monitor.checkCancelled();
            monitor.doing((double) i / windows.length, "comparing.window", i + 1, windows.length);
            comparison.add(windows[i], dataset.valuesG(windows[i]));
        }
        return comparison.report(windows.length);
    }

    /**
     * For some windows the first time step, from 0, from which on the two would answer differently wherever the window
     * ended; the length of the window if they agree at its end.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static int[] divergences(
            QuantizedGraph graph, StudentModel student, Dataset dataset, int[] windows, JobMonitor monitor) {
        var divergence = new Divergence(graph, student);
        var forward = new StudentForward(student);
        int[] steps = new int[windows.length];
        for (int i = 0; i < steps.length; i++) {
            monitor.checkCancelled();
            monitor.doing((double) i / steps.length, "following", i + 1, steps.length);
            float[] valuesG = dataset.valuesG(windows[i]);
            steps[i] = divergence.step(graph.counts(valuesG), forward.trace(valuesG));
        }
        return steps;
    }
}
