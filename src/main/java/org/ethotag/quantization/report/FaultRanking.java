package org.ethotag.quantization.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.GraphNode;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;

/**
 * Finds the node of a graph that is to blame. Every node is judged by what it makes of the integers that it really read:
 * they are put through the float student's operation in double precision, and what is left beyond the rounding of this
 * node alone is its own fault. A fault upstream changes a node's inputs, not its verdict: the ranking follows the cause,
 * not the effect. Nothing is compared with another quantized graph.
 */
public final class FaultRanking {
    private final QuantizedGraph graph;
    private final IntegerEngine engine;
    private final List<NodeAudit> step = new ArrayList<>();
    private final List<NodeAudit> head = new ArrayList<>();

    private FaultRanking(QuantizedGraph graph, StudentModel student) {
        this.graph = graph;
        engine = new IntegerEngine(graph);
        var twin = new FloatTwin(student, graph);
        for (GraphNode node : graph.nodes()) {
            var exact = ExactNode.of(node, graph, twin, student.normalization());
            var audit = new NodeAudit(node, graph, exact);
            (node.output().compareTo(EdgeName.HIDDEN) <= 0 ? step : head).add(audit);
        }
    }

    /**
     * All nodes, the most suspicious first: those whose error their own rounding cannot explain, in the order of the
     * computation, then the sound ones, those that add most noise first. About 10,000 node runs per window; 16 windows
     * are plenty.
     *
     * @param graph of this student, with the conditioning that it was made with
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static List<Suspect> of(
            QuantizedGraph graph, StudentModel student, Dataset dataset, int[] windows, JobMonitor monitor) {
        var ranking = new FaultRanking(graph, student);
        for (int i = 0; i < windows.length; i++) {
            monitor.checkCancelled();
            monitor.doing((double) i / windows.length, "checking.nodes", i + 1);
            ranking.watch(dataset.valuesG(windows[i]));
        }
        return ranking.suspects();
    }

    private void watch(float[] valuesG) {
        engine.reset();
        var before = snapshot();
        for (short[] sample : graph.counts(valuesG)) {
            engine.step(sample);
            var after = snapshot();
            step.forEach(audit -> watch(audit, before, after));
            before.putAll(after);
        }
        engine.logits();
        var after = snapshot();
        head.forEach(audit -> watch(audit, after, after));
    }

    private Map<EdgeName, int[]> snapshot() {
        var values = new EnumMap<EdgeName, int[]>(EdgeName.class);
        graph.edges().forEach(edge -> values.put(edge.name(), engine.values(edge.name())));
        return values;
    }

    /** Within a step everybody reads the state of the step before. */
    private static void watch(NodeAudit audit, Map<EdgeName, int[]> before, Map<EdgeName, int[]> after) {
        int[][] in = audit.node().inputs().stream()
                .map(input -> (input == EdgeName.HIDDEN ? before : after).getOrDefault(input, new int[0]))
                .toArray(int[][]::new);
        audit.watch(in, after.getOrDefault(audit.node().output(), new int[0]));
    }

    private List<Suspect> suspects() {
        var verdicts = Stream.concat(step.stream(), head.stream())
                .map(NodeAudit::verdict)
                .toList();
        var faulty = verdicts.stream().filter(Suspect::isFaulty);
        var sound = verdicts.stream()
                .filter(suspect -> !suspect.isFaulty())
                .sorted(Comparator.comparingDouble(Suspect::ownSqnrDb));
        return Stream.concat(faulty, sound).toList();
    }
}
