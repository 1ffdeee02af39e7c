package org.ethotag.workflow.quantization;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.job.JobMonitor;
import org.ethotag.quantization.report.FaultRanking;
import org.ethotag.quantization.report.LayerReport;
import org.ethotag.quantization.report.Suspect;
import org.ethotag.workflow.QuantizationBench;

/**
 * A look inside a trial.
 *
 * @param report every edge at every time step, on a sample of the judged windows
 * @param suspects every node, the most suspicious first, from a smaller sample
 * @param divergedAt first time step from which on a flipped window stays apart, by index of the judged windows; of the
 *     first {@value #MOST_DIVERGENCES} flips
 * @param windows how many were judged, of which the report saw a sample
 */
public record QuantizationFindings(
        LayerReport report, List<Suspect> suspects, Map<Integer, Integer> divergedAt, int windows) {
    /** The report compares value by value over every time step, so a few hundred windows say all there is. */
    private static final int MOST_REPORTED = 200;

    private static final int MOST_CHECKED = 8;
    private static final int MOST_DIVERGENCES = 200;

    public QuantizationFindings {
        suspects = List.copyOf(suspects);
        divergedAt = Map.copyOf(divergedAt);
    }

    /**
     * Looks inside.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static QuantizationFindings of(QuantizationBench bench, QuantizationTrial trial, JobMonitor monitor) {
        var graph = trial.graph();
        var judged = bench.judged();
        var report = LayerReport.of(
                graph, bench.student(), judged, sample(judged.size(), MOST_REPORTED), monitor.part(0, 0.7));
        var suspects = FaultRanking.of(
                graph, bench.student(), judged, sample(judged.size(), MOST_CHECKED), monitor.part(0.7, 0.8));
        int[] flipped = trial.flips().stream()
                .mapToInt(QuantizationTrial.JudgedWindow::index)
                .limit(MOST_DIVERGENCES)
                .toArray();
        var flips = LayerReport.divergences(graph, bench.student(), judged, flipped, monitor.part(0.8, 1));
        var divergedAt = new TreeMap<Integer, Integer>();
        for (int i = 0; i < flipped.length; i++) {
            divergedAt.put(flipped[i], flips[i]);
        }
        return new QuantizationFindings(report, suspects, divergedAt, judged.size());
    }

    /** Evenly spread, at most so many. */
    private static int[] sample(int windows, int most) {
        int count = Math.min(windows, most);
        int[] some = new int[count];
        for (int i = 0; i < count; i++) {
            some[i] = (int) ((long) i * windows / count);
        }
        return some;
    }
}
