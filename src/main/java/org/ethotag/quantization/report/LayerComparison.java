package org.ethotag.quantization.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.model.StudentTrace;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.RowBound;
import org.ethotag.quantization.report.LayerReport.Disagreement;
import org.ethotag.signal.Samples;

/** Runs the float student and the integers side by side and collects what a {@link LayerReport} says. */
final class LayerComparison {
    private static final Map<EdgeName, Place> PLACES = Map.of(
            EdgeName.PRE_RESET, Place.RESET_SUM,
            EdgeName.PRE_UPDATE, Place.UPDATE_SUM,
            EdgeName.NEW_RECURRENT, Place.RECURRENT,
            EdgeName.RESET, Place.RESET,
            EdgeName.UPDATE, Place.UPDATE,
            EdgeName.PRE_NEW, Place.CANDIDATE_SUM,
            EdgeName.NEW, Place.CANDIDATE,
            EdgeName.HIDDEN, Place.HIDDEN);

    /** Where the function tables end. */
    private static final double LARGEST_ARGUMENT = 8;

    private final StudentModel student;
    private final IntegerEngine engine;
    private final StudentForward forward;
    private final Divergence divergence;
    private final int samples;
    private final int columns;
    private final Map<EdgeName, EdgeTally> tallies = new EnumMap<>(EdgeName.class);
    private final Map<EdgeName, Long> saturations = new EnumMap<>(EdgeName.class);
    private final List<Disagreement> disagreements = new ArrayList<>();

    LayerComparison(QuantizedGraph graph, StudentModel student) {
        this.student = student;
        engine = new IntegerEngine(graph);
        forward = new StudentForward(student);
        divergence = new Divergence(graph, student);
        samples = student.windows().lengthSamples();
        columns = Math.min(samples, LayerReport.MOST_COLUMNS);
        for (GraphEdge edge : graph.edges()) {
            if (edge.name() == EdgeName.X || edge.name() == EdgeName.FRONT || PLACES.containsKey(edge.name())) {
                tallies.put(edge.name(), new EdgeTally(edge, columns));
            } else if (edge.name() == EdgeName.PERCEPTRON || edge.name() == EdgeName.LOGITS) {
                tallies.put(edge.name(), new EdgeTally(edge, 1));
            }
        }
    }

    /** @param window its index in the dataset */
    void add(int window, float[] valuesG) {
        var trace = forward.trace(valuesG);
        short[][] counts = engine.graph().counts(valuesG);
        float[] inputs = trace.inputs();
        engine.reset();
        for (int step = 0; step < counts.length; step++) {
            engine.step(counts[step]);
            int column = (int) ((long) step * columns / samples);
            compareInput(valuesG, step, column);
            if (inputs.length > 0) {
                compareFront(inputs, step, column);
            }
            for (var place : PLACES.entrySet()) {
                compare(place.getKey(), place.getValue(), trace, step, column);
            }
        }
        int[] logits = engine.logits();
        compareHead(EdgeName.PERCEPTRON, trace.perceptron());
        compareHead(EdgeName.LOGITS, trace.logits());
        compareClass(window, counts, trace, logits);
    }

    private void compareInput(float[] valuesG, int step, int column) {
        int[] x = engine.values(EdgeName.X);
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double exact = student.normalization().apply(axis, valuesG[axis * samples + step]);
            tally(EdgeName.X).add(column, x[axis], exact);
        }
        tally(EdgeName.X).addSaturations(column, newSaturations(EdgeName.X));
    }

    /** @param inputs what the float student's recurrent layer reads, [step][unit] */
    private void compareFront(float[] inputs, int step, int column) {
        int[] integers = engine.values(EdgeName.FRONT);
        for (int unit = 0; unit < student.inputUnits(); unit++) {
            tally(EdgeName.FRONT).add(column, integers[unit], inputs[step * student.inputUnits() + unit]);
        }
        tally(EdgeName.FRONT).addSaturations(column, newSaturations(EdgeName.FRONT));
    }

    private void compare(EdgeName edge, Place place, StudentTrace trace, int step, int column) {
        int[] integers = engine.values(edge);
        var tally = tally(edge);
        for (int unit = 0; unit < trace.hidden(); unit++) {
            tally.add(column, integers[unit], comparable(edge, trace.at(place, step, unit)));
        }
        tally.addSaturations(column, newSaturations(edge));
    }

    /** A gate's argument beyond 8 is cut off on purpose: the function is flat there. The cut is counted, no error. */
    private static double comparable(EdgeName edge, float exact) {
        return switch (edge) {
            case PRE_RESET, PRE_UPDATE, PRE_NEW -> Math.clamp(exact, -LARGEST_ARGUMENT, LARGEST_ARGUMENT);
            default -> exact;
        };
    }

    private void compareHead(EdgeName edge, float[] exact) {
        int[] integers = engine.values(edge);
        for (int i = 0; i < exact.length; i++) {
            tally(edge).add(0, integers[i], exact[i]);
        }
        tally(edge).addSaturations(0, newSaturations(edge));
    }

    /** Those since this was last asked. */
    private long newSaturations(EdgeName edge) {
        long now = engine.saturations(edge);
        Long before = saturations.put(edge, now);
        return now - (before == null ? 0 : before);
    }

    private void compareClass(int window, short[][] counts, StudentTrace trace, int[] logits) {
        float[] exact = trace.logits();
        int floatClass = classOf(exact);
        int fixedClass = IntegerEngine.classOf(logits);
        if (floatClass != fixedClass) {
            disagreements.add(new Disagreement(
                    window,
                    floatClass,
                    fixedClass,
                    margin(exact, floatClass),
                    margin(logits, fixedClass),
                    divergence.step(counts, trace)));
        }
    }

    static int classOf(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double margin(float[] logits, int best) {
        double next = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            if (i != best) {
                next = Math.max(next, logits[i]);
            }
        }
        return logits[best] - next;
    }

    private static long margin(int[] logits, int best) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < logits.length; i++) {
            if (i != best) {
                next = Math.min(next, (long) logits[best] - logits[i]);
            }
        }
        return next;
    }

    private EdgeTally tally(EdgeName edge) {
        var found = tallies.get(edge);
        if (found == null) {
            throw new IllegalStateException("not compared: " + edge);
        }
        return found;
    }

    LayerReport report(int windows) {
        var graph = engine.graph();
        return new LayerReport(
                tallies.values().stream().map(EdgeTally::report).toList(),
                graph.bounds().stream()
                        .sorted(Comparator.comparingLong(RowBound::bound).reversed())
                        .toList(),
                graph.gru().hidden() - student.hidden(),
                windows,
                columns,
                disagreements);
    }
}
