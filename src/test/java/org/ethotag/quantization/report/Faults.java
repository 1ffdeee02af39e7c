package org.ethotag.quantization.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.GateWeights;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.QuantizedGru;
import org.ethotag.quantization.RowBound;

/** Plants faults into sound graphs: the same graph with one thing wrong in one matrix. */
final class Faults {
    private static final double BEYOND_TABLES = 9;

    private Faults() {}

    /** What can go wrong. */
    enum Kind {
        SCALE,
        SATURATED_ROW,
        TRUNCATION
    }

    /**
     * A graph with a fault.
     *
     * @param edge where the sums of the matrix flow that is wrong
     */
    record Planted(QuantizedGraph graph, Kind kind, EdgeName edge) {}

    /** A fault of that kind in a random matrix: of a gate, or of the perceptron's hidden layer. */
    static Planted plant(Random random, QuantizedGraph graph, Kind kind) {
        int at = random.nextInt(2 * Gate.values().length + 1);
        if (at == 2 * Gate.values().length) {
            int largest = FixedPoint.largestAligned(graph.hidden().inputBits());
            var dense = changed(random, kind, graph.hidden(), largest);
            return new Planted(with(graph, graph.front(), graph.gru(), dense), kind, EdgeName.PERCEPTRON_SUM);
        }
        var gate = Gate.values()[at / 2];
        boolean recurrent = at % 2 == 1;
        var gates = new ArrayList<>(graph.gru().gates());
        gates.set(gate.index(), changed(random, kind, graph.gru(), gate, recurrent));
        var gru = new QuantizedGru(
                graph.gru().inputFractionBits(),
                graph.gru().newFractionBits(),
                gates,
                graph.gru().stateBits(),
                graph.gru().arithmetic());
        var edge = recurrent ? EdgeName.recurrentSum(gate) : EdgeName.inputSum(gate);
        return new Planted(with(graph, graph.front(), gru, graph.hidden()), kind, edge);
    }

    /** A fault of that kind in the input perceptron. */
    static Planted plantInFront(Random random, QuantizedGraph graph, Kind kind) {
        var dense = changed(random, kind, graph.front().getFirst(), FixedPoint.LARGEST_INPUT);
        return new Planted(with(graph, List.of(dense), graph.gru(), graph.hidden()), kind, EdgeName.FRONT_SUM);
    }

    private static QuantizedDense changed(Random random, Kind kind, QuantizedDense layer, int largestInput) {
        var changed = change(
                random,
                kind,
                new Part(layer.weights(), layer.bias(), layer.shifts(), largestInput, layer.outputFractionBits()));
        return new QuantizedDense(
                changed.weights(),
                changed.bias(),
                layer.inputBits(),
                layer.inputFractionBits(),
                layer.outputFractionBits(),
                changed.shifts(),
                layer.arithmetic());
    }

    private static QuantizedGraph with(
            QuantizedGraph graph, List<QuantizedDense> front, QuantizedGru gru, QuantizedDense hidden) {
        return new QuantizedGraph(
                graph.sensor(),
                graph.conditioning(),
                front,
                gru,
                hidden,
                graph.output(),
                graph.sigmoid(),
                graph.tanh(),
                graph.classes(),
                graph.windows(),
                graph.rate());
    }

    private record Part(IntMatrix weights, IntMatrix bias, IntMatrix shifts, int largestInput, int outputBits) {}

    private static GateWeights changed(Random random, Kind kind, QuantizedGru gru, Gate gate, boolean recurrent) {
        var was = gru.gate(gate);
        int outputBits = (recurrent && gate == Gate.NEW ? gru.newRecurrentFormat() : gru.preFormat()).fractionBits();
        if (recurrent) {
            int largest = FixedPoint.largestAligned(gru.stateBits());
            var part = change(
                    random,
                    kind,
                    new Part(was.recurrent(), was.recurrentBias(), was.recurrentShifts(), largest, outputBits));
            return new GateWeights(
                    was.input(), part.weights(), was.inputBias(), part.bias(), was.inputShifts(), part.shifts());
        }
        var part = change(
                random,
                kind,
                new Part(was.input(), was.inputBias(), was.inputShifts(), FixedPoint.LARGEST_INPUT, outputBits));
        return new GateWeights(
                part.weights(),
                was.recurrent(),
                part.bias(),
                was.recurrentBias(),
                part.shifts(),
                was.recurrentShifts());
    }

    private static Part change(Random random, Kind kind, Part part) {
        return switch (kind) {
            case SCALE -> scaled(random, part);
            case SATURATED_ROW -> saturated(random, part);
            case TRUNCATION -> truncating(part);
        };
    }

    /** The shift is one too far or one too short. */
    private static Part scaled(Random random, Part part) {
        int by = random.nextBoolean() ? 1 : -1;
        int[] shifts = part.shifts().toArray();
        for (int i = 0; i < shifts.length; i++) {
            int moved = shifts[i] + by;
            shifts[i] = FixedPoint.shiftIsValid(moved) ? moved : shifts[i] - by;
        }
        return new Part(part.weights(), part.bias(), IntMatrix.column(shifts), part.largestInput(), part.outputBits());
    }

    /** The bias drives the row with most room in its accumulator beyond the end of the tables, or as far as it can. */
    private static Part saturated(Random random, Part part) {
        int row = 0;
        for (int other = 1; other < part.weights().rows(); other++) {
            row = room(part, other) > room(part, row) ? other : row;
        }
        double wanted =
                Math.scalb(BEYOND_TABLES, part.outputBits() + part.shifts().at(row));
        int[] bias = part.bias().toArray();
        bias[row] = (int) Math.min(wanted, room(part, row)) * (random.nextBoolean() ? 1 : -1);
        return new Part(part.weights(), IntMatrix.column(bias), part.shifts(), part.largestInput(), part.outputBits());
    }

    private static long room(Part part, int row) {
        return RowBound.LIMIT - part.largestInput() * part.weights().absoluteSum(row);
    }

    /** The rounding constants are left out. */
    private static Part truncating(Part part) {
        int[] bias = part.bias().toArray();
        for (int i = 0; i < bias.length; i++) {
            bias[i] -= FixedPoint.half(part.shifts().at(i));
        }
        return new Part(part.weights(), IntMatrix.column(bias), part.shifts(), part.largestInput(), part.outputBits());
    }

    /** All kinds, for taking turns. */
    static List<Kind> kinds() {
        return List.of(Kind.values());
    }
}
