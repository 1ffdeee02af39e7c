package org.ethotag.quantization.report;

import org.ethotag.dataset.Normalization;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.GraphNode;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.Operation.AddShifted;
import org.ethotag.quantization.Operation.Align;
import org.ethotag.quantization.Operation.Blend;
import org.ethotag.quantization.Operation.Condition;
import org.ethotag.quantization.Operation.Lookup;
import org.ethotag.quantization.Operation.Rectify;
import org.ethotag.quantization.Operation.ResetProduct;
import org.ethotag.quantization.Operation.Shift;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Rounding;
import org.ethotag.quantization.report.FloatTwin.Matrix;
import org.ethotag.signal.Samples;

/**
 * What one node of the graph should give for the integers that it really reads: the float student's operation on their
 * real values, and how far off rounding to the formats of this node alone may put it. The second is a bound, not a
 * guess: a sound node never exceeds it. Errors that came in with the inputs do not count.
 */
abstract class ExactNode {
    /** Largest second derivatives, for the error of a straight line in a cell: width^2 / 8 times these. */
    private static final double SIGMOID_BEND = 0.0962251;

    private static final double TANH_BEND = 0.7698004;
    private static final double LINE = 8;
    private static final double TABLE_WIDTH = 16;
    /** What the double precision of this very check may be off, relative to what it adds up. */
    static final double DOUBLE_ERROR = 1e-12;

    private final QuantizedGraph graph;
    private final GraphNode node;

    ExactNode(QuantizedGraph graph, GraphNode node) {
        this.graph = graph;
        this.node = node;
    }

    /**
     * One value of the output.
     *
     * @param in the integers on the node's input edges
     */
    abstract double exact(int[][] in, int index);

    /** The largest difference from {@link #exact} that this node's own rounding explains. */
    abstract double explained(int[][] in, int index);

    /** The real value of an integer on one of the input edges. */
    final double real(int[][] in, int input, int index) {
        return graph.format(node.inputs().get(input), index).toReal(in[input][index]);
    }

    /** The same of a sum, without the rounding constant that its bias carries for the shift that follows. */
    final double sum(int[][] in, int input, int index, int shift) {
        var format = graph.format(node.inputs().get(input), index);
        return format.toReal((long) in[input][index] - rounding().constant(shift));
    }

    final double step(int index) {
        return graph.format(node.output(), index).step();
    }

    /** What one shift may be off, in steps of its output. */
    final double perShift() {
        return rounding() == Rounding.HALF_UP ? 0.5 : 1;
    }

    final Rounding rounding() {
        return switch (node.output()) {
            case FRONT_SUM, FRONT -> graph.front().getFirst().arithmetic().rounding();
            case PERCEPTRON_SUM, PERCEPTRON -> graph.hidden().arithmetic().rounding();
            case LOGIT_SUM, LOGITS -> graph.output().arithmetic().rounding();
            default -> graph.gru().arithmetic().rounding();
        };
    }

    /** Gate arguments are cut off at the ends of the tables on purpose. */
    final double cutOff(double value) {
        var edge = graph.edge(node.output());
        return Math.clamp(
                value, edge.format().toReal(edge.lowest()), edge.format().toReal(edge.highest()));
    }

    static ExactNode of(GraphNode node, QuantizedGraph graph, FloatTwin twin, Normalization normalization) {
        return switch (node.operation()) {
            case Condition(InputConditioning conditioning) -> new Conditioned(graph, node, conditioning, normalization);
            case Accumulate sum -> new Product(graph, node, sum, twin.of(node.output()));
            case AddShifted(IntMatrix first, IntMatrix second, int _) ->
                new Formula(graph, node) {
                    @Override
                    double exact(int[][] in, int i) {
                        return cutOff(sum(in, 0, i, first.at(i)) + sum(in, 1, i, second.at(i)));
                    }

                    @Override
                    double steps() {
                        return 2 * perShift();
                    }
                };
            case Shift(IntMatrix shifts, int _) -> shifted(graph, node, shifts, false);
            case Align(IntMatrix shifts) -> shifted(graph, node, shifts, false);
            case Rectify(IntMatrix shifts, int _) -> shifted(graph, node, shifts, true);
            case ResetProduct(IntMatrix shifts, int _, Rounding _, int _) ->
                new Formula(graph, node) {
                    @Override
                    double exact(int[][] in, int i) {
                        return cutOff(sum(in, 0, i, shifts.at(i)) + real(in, 1, i) * real(in, 2, i));
                    }

                    @Override
                    double steps() {
                        return 2 * perShift();
                    }
                };
            case Lookup(LookupTable table) -> new Function(graph, node, table);
            case Blend(int _, int stateBits, Rounding _) ->
                new Formula(graph, node) {
                    @Override
                    double exact(int[][] in, int i) {
                        double proposed = real(in, 1, i);
                        return proposed + real(in, 0, i) * (real(in, 2, i) - proposed);
                    }

                    // a narrow state is rounded once more, and its largest value is a step below 1
                    @Override
                    double steps() {
                        return stateBits == Short.SIZE
                                ? perShift()
                                : 1 + Math.scalb(perShift(), stateBits - Short.SIZE);
                    }
                };
        };
    }

    private static ExactNode shifted(QuantizedGraph graph, GraphNode node, IntMatrix shifts, boolean rectified) {
        return new Formula(graph, node) {
            @Override
            double exact(int[][] in, int i) {
                double value = sum(in, 0, i, shifts.at(i));
                return rectified ? Math.max(0, value) : value;
            }

            @Override
            double steps() {
                return perShift();
            }
        };
    }

    /** A node whose bound is so many steps of its output. */
    private abstract static class Formula extends ExactNode {
        Formula(QuantizedGraph graph, GraphNode node) {
            super(graph, node);
        }

        abstract double steps();

        @Override
        final double explained(int[][] in, int index) {
            return steps() * step(index) + DOUBLE_ERROR;
        }
    }

    /** Counts to normalised values: coefficients, offsets and result are rounded. */
    private static final class Conditioned extends ExactNode {
        private final InputConditioning conditioning;
        private final Normalization normalization;
        private final double countsPerG;

        Conditioned(QuantizedGraph graph, GraphNode node, InputConditioning conditioning, Normalization normalization) {
            super(graph, node);
            this.conditioning = conditioning;
            this.normalization = normalization;
            countsPerG = graph.sensor().countsPerG();
        }

        @Override
        double exact(int[][] in, int axis) {
            double meanG = normalization.meanG().get(axis);
            return (in[0][axis] / countsPerG - meanG) / normalization.spreadG().get(axis);
        }

        @Override
        double explained(int[][] in, int axis) {
            double counts = 0;
            for (int from = 0; from < Samples.AXES; from++) {
                counts += Math.abs(in[0][from] - conditioning.offset().at(from))
                        + Math.abs(conditioning.matrix().at(axis, from));
            }
            return (1 + Math.scalb(counts, -conditioning.shift())) * step(axis) / 2 + DOUBLE_ERROR;
        }
    }

    /** Weights times a vector: every weight may be half a step off, and the bias half a step of the sum. */
    static final class Product extends ExactNode {
        private final Accumulate sum;
        private final Matrix real;

        Product(QuantizedGraph graph, GraphNode node, Accumulate sum, Matrix real) {
            super(graph, node);
            this.sum = sum;
            this.real = real;
        }

        /** In counts of the sum, what the bias holds besides the student's bias: the rounding constant, within a half. */
        double constant(int[][] in, int output, int row) {
            long products = 0;
            for (int column = 0; column < in[0].length; column++) {
                products += (long) sum.weights().at(row, column) * (in[0][column] << sum.alignment());
            }
            return output - products - real.bias()[row] / step(row);
        }

        @Override
        double exact(int[][] in, int row) {
            double value = real.bias()[row];
            for (int column = 0; column < in[0].length; column++) {
                value += real.weights()[row][column] * real(in, 0, column);
            }
            return value;
        }

        @Override
        double explained(int[][] in, int row) {
            double inputs = 0;
            for (int column = 0; column < in[0].length; column++) {
                inputs += Math.abs(real(in, 0, column));
            }
            return (sum.formats().get(row).step() * inputs + step(row)) / 2 * (1 + DOUBLE_ERROR)
                    + DOUBLE_ERROR * Math.abs(real.bias()[row]);
        }
    }

    /** A table: straight lines, or steps, between entries that are rounded and stay below 1. */
    private static final class Function extends ExactNode {
        private final LookupTable table;
        private final boolean sigmoid;

        Function(QuantizedGraph graph, GraphNode node, LookupTable table) {
            super(graph, node);
            this.table = table;
            sigmoid = node.output() != EdgeName.NEW;
        }

        @Override
        double exact(int[][] in, int i) {
            double argument = real(in, 0, i);
            return sigmoid ? 1 / (1 + Math.exp(-argument)) : Math.tanh(argument);
        }

        @Override
        double explained(int[][] in, int i) {
            double cell = TABLE_WIDTH / table.cells();
            double shape = table.isInterpolated()
                    ? cell * cell / LINE * (sigmoid ? SIGMOID_BEND : TANH_BEND)
                    : cell * (sigmoid ? 0.25 : 1);
            return shape + (1 + perShift()) * step(i);
        }
    }
}
