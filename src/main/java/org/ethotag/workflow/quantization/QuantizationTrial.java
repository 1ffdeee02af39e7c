package org.ethotag.workflow.quantization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.batch.BatchAnswers;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.QuantizationBench;

/**
 * A student with some settings on all judged windows: nothing is kept in the study.
 *
 * @param settings what was tried
 * @param graph the student in integers
 * @param matrix of the integers against the truth
 * @param scores of the integers against the truth
 * @param windows what both say about every judged window, in their order
 * @param elapsedMs from the settings to the matrix
 */
public record QuantizationTrial(
        QuantizationSettings settings,
        QuantizedGraph graph,
        ConfusionMatrix matrix,
        Scores scores,
        List<JudgedWindow> windows,
        long elapsedMs) {
    private static final long NANOS_PER_MS = 1_000_000;

    public QuantizationTrial {
        windows = List.copyOf(windows);
    }

    /**
     * What float student and integers say about a window.
     *
     * @param index in the judged windows
     * @param session id of its session
     * @param range where it lies
     * @param truth its label
     * @param other what the third model says
     * @param floatClass what the float student says
     * @param fixedClass what the integers say
     * @param floatMargin the float student's logit of its class minus its next best one
     * @param fixedMargin the same of the integers as a real number
     * @param confidence the same in counts, as the tag has it
     */
    public record JudgedWindow(
            int index,
            String session,
            SampleRange range,
            int truth,
            int other,
            int floatClass,
            int fixedClass,
            double floatMargin,
            double fixedMargin,
            long confidence) {
        /** Whether fixed point changed the class. */
        public boolean isFlipped() {
            return floatClass != fixedClass;
        }
    }

    /**
     * Turns the student into integers and judges them.
     *
     * @throws org.ethotag.problem.ProblemException if the student does not fit the settings
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static QuantizationTrial of(QuantizationBench bench, QuantizationSettings settings, JobMonitor monitor) {
        long begun = System.nanoTime();
        var graph = Quantizer.quantize(bench.student(), bench.training(), settings);
        var said = bench.engine().run(graph, monitor);
        int[] answers = said.classes();
        var predictions = bench.predictions(answers);
        var matrix = ConfusionMatrix.of(predictions);
        var windows = windows(bench, graph, said);
        long elapsedMs = (System.nanoTime() - begun) / NANOS_PER_MS;
        return new QuantizationTrial(settings, graph, matrix, Scores.of(predictions), windows, elapsedMs);
    }

    private static List<JudgedWindow> windows(QuantizationBench bench, QuantizedGraph graph, BatchAnswers said) {
        int[] floats = bench.floatAnswers();
        double step = graph.format(EdgeName.LOGITS, 0).step();
        var windows = new ArrayList<JudgedWindow>(said.size());
        for (int i = 0; i < said.size(); i++) {
            int answer = said.classOf(i);
            var window = bench.judged().windows().get(i);
            long confidence = confidence(said.logits(i), answer);
            windows.add(new JudgedWindow(
                    i,
                    window.session(),
                    window.range(),
                    window.label(),
                    bench.other().answers().get(i),
                    floats[i],
                    answer,
                    margin(bench.floatLogits()[i], floats[i]),
                    confidence * step,
                    confidence));
        }
        return windows;
    }

    private static double margin(float[] logits, int best) {
        double next = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            next = i == best ? next : Math.max(next, logits[i]);
        }
        return logits[best] - next;
    }

    private static long confidence(int[] logits, int best) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < logits.length; i++) {
            least = i == best ? least : Math.min(least, (long) logits[best] - logits[i]);
        }
        return least;
    }

    /** The windows whose class changed, the surest float answer first. */
    public List<JudgedWindow> flips() {
        return windows.stream()
                .filter(JudgedWindow::isFlipped)
                .sorted(Comparator.comparingDouble(JudgedWindow::floatMargin).reversed())
                .toList();
    }

    /** Share of the windows for which float student and integers give the same class, 0 to 1. */
    public double agreement() {
        return windows.isEmpty() ? 1 : 1 - (double) flips().size() / windows.size();
    }
}
