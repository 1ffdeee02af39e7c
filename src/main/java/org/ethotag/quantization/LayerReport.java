package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.model.StudentTrace;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.signal.Samples;

/**
 * What a student loses in fixed point, edge by edge, on given windows.
 *
 * @param edges the edges that the float student has too, in the order of the computation
 * @param bounds the overflow proof of every row, tightest first
 * @param addedUnits hidden units of zeros that fill up to a multiple of 4
 * @param windows how many windows were compared
 * @param disagreements windows for which the two give different classes
 */
public record LayerReport(
        List<EdgeReport> edges, List<RowBound> bounds, int addedUnits, int windows, List<Disagreement> disagreements) {
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
     */
    public record Disagreement(int window, int floatClass, int fixedClass, double floatMargin) {}

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
        var comparison = new Comparison(graph, student);
        for (int i = 0; i < windows.length; i++) {
            monitor.checkCancelled();
            monitor.progress((double) i / windows.length, "Comparing window " + (i + 1) + " of " + windows.length);
            comparison.add(windows[i], dataset.valuesG(windows[i]));
        }
        return comparison.report(windows.length);
    }

    private static final class Comparison {
        private final StudentModel student;
        private final IntegerEngine engine;
        private final StudentForward forward;
        private final Map<EdgeName, EdgeTally> tallies = new EnumMap<>(EdgeName.class);
        private final List<Disagreement> disagreements = new ArrayList<>();

        Comparison(QuantizedGraph graph, StudentModel student) {
            this.student = student;
            engine = new IntegerEngine(graph);
            forward = new StudentForward(student);
            for (GraphEdge edge : graph.edges()) {
                if (isShared(edge.name())) {
                    tallies.put(edge.name(), new EdgeTally(edge));
                }
            }
        }

        private static boolean isShared(EdgeName edge) {
            return PLACES.containsKey(edge)
                    || edge == EdgeName.X
                    || edge == EdgeName.PERCEPTRON
                    || edge == EdgeName.LOGITS;
        }

        void add(int window, float[] valuesG) {
            var trace = forward.trace(valuesG);
            short[][] counts = engine.graph().counts(valuesG);
            engine.reset();
            for (int step = 0; step < counts.length; step++) {
                engine.step(counts[step]);
                compareInput(valuesG, step, counts.length);
                compareStep(trace, step);
            }
            int[] logits = engine.logits();
            compareHead(EdgeName.PERCEPTRON, trace.perceptron());
            compareHead(EdgeName.LOGITS, trace.logits());
            compareClass(window, trace.logits(), logits);
        }

        private void compareInput(float[] valuesG, int step, int length) {
            int[] x = engine.values(EdgeName.X);
            for (int axis = 0; axis < Samples.AXES; axis++) {
                double exact = student.normalization().apply(axis, valuesG[axis * length + step]);
                tally(EdgeName.X).add(x[axis], exact);
            }
        }

        private void compareStep(StudentTrace trace, int step) {
            PLACES.forEach((edge, place) -> {
                int[] integers = engine.values(edge);
                var tally = tally(edge);
                for (int unit = 0; unit < trace.hidden(); unit++) {
                    tally.add(integers[unit], comparable(edge, trace.at(place, step, unit)));
                }
            });
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
                tally(edge).add(integers[i], exact[i]);
            }
        }

        private void compareClass(int window, float[] exact, int[] logits) {
            int floatClass = classOf(exact);
            int fixedClass = IntegerEngine.classOf(logits);
            if (floatClass != fixedClass) {
                disagreements.add(new Disagreement(window, floatClass, fixedClass, margin(exact, floatClass)));
            }
        }

        private static int classOf(float[] logits) {
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
                    tallies.entrySet().stream()
                            .map(entry -> entry.getValue().report(engine.saturations(entry.getKey())))
                            .toList(),
                    graph.bounds().stream()
                            .sorted(Comparator.comparingLong(RowBound::bound).reversed())
                            .toList(),
                    graph.gru().hidden() - student.hidden(),
                    windows,
                    disagreements);
        }
    }
}
