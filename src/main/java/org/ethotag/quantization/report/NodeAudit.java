package org.ethotag.quantization.report;

import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.GraphNode;
import org.ethotag.quantization.QuantizedGraph;

/** Watches one node at work and judges it by its own inputs and outputs. */
final class NodeAudit {
    /** Sums that are off by this factor or its inverse are a matter of scale. */
    private static final double NOTABLE_FACTOR = 1.2;

    /** An error at its very bound is no fault; this much more is what comparing in double precision may cost. */
    private static final double BOUND = 1 + 1e-6;

    private static final double DECIBELS = 10;

    private final GraphNode node;
    private final QuantizedGraph graph;
    private final ExactNode twin;
    /** By row: the largest error over the bound. */
    private final double[] excess;
    /** By row: the largest distance of the bias's constant from the rounding constant, and from none, in half counts. */
    private final double[] offConstant;

    private final double[] offNone;
    /** Sums of exact^2, exact * actual and error^2. */
    private double signal;

    private double product;
    private double noise;
    private long limited;

    NodeAudit(GraphNode node, QuantizedGraph graph, ExactNode twin) {
        this.node = node;
        this.graph = graph;
        this.twin = twin;
        int width = graph.edge(node.output()).width();
        excess = new double[width];
        offConstant = new double[width];
        offNone = new double[width];
    }

    GraphNode node() {
        return node;
    }

    /** Takes note of one run of the node. */
    void watch(int[][] in, int[] out) {
        for (int i = 0; i < out.length; i++) {
            double exact = twin.exact(in, i);
            double actual = actual(out[i], i);
            double error = Math.abs(actual - exact);
            double over = error / twin.explained(in, i);
            if (over > BOUND && isLimit(out[i])) {
                limited++;
            }
            excess[i] = Math.max(excess[i], over);
            signal += exact * exact;
            product += exact * actual;
            noise += error * error;
            if (twin instanceof ExactNode.Product sum) {
                watchConstant(sum.constant(in, out[i], i), i);
            }
        }
    }

    /** The value without the rounding constant for the shift that follows. */
    private double actual(int integer, int index) {
        var format = graph.format(node.output(), index);
        return twin instanceof ExactNode.Product
                ? format.toReal((long) integer - constant(index))
                : format.toReal(integer);
    }

    private void watchConstant(double found, int row) {
        offConstant[row] = Math.max(offConstant[row], Math.abs(found - constant(row)) * 2);
        offNone[row] = Math.max(offNone[row], Math.abs(found) * 2);
    }

    private int constant(int row) {
        return twin.rounding().constant(shift(row));
    }

    private int shift(int row) {
        var gru = graph.gru();
        return switch (node.output()) {
            case INPUT_RESET -> gru.gate(Gate.RESET).inputShifts().at(row);
            case INPUT_UPDATE -> gru.gate(Gate.UPDATE).inputShifts().at(row);
            case INPUT_NEW -> gru.gate(Gate.NEW).inputShifts().at(row);
            case RECURRENT_RESET -> gru.gate(Gate.RESET).recurrentShifts().at(row);
            case RECURRENT_UPDATE -> gru.gate(Gate.UPDATE).recurrentShifts().at(row);
            case RECURRENT_NEW -> gru.gate(Gate.NEW).recurrentShifts().at(row);
            case FRONT_SUM -> graph.front().getFirst().shifts().at(row);
            case PERCEPTRON_SUM -> graph.hidden().shifts().at(row);
            case LOGIT_SUM, LOGITS -> graph.output().shifts().at(row);
            default -> 0;
        };
    }

    private boolean isLimit(int integer) {
        var format = graph.format(node.output(), 0);
        if (format.bits() > Short.SIZE) {
            return false;
        }
        int largest = FixedPoint.largest(format.bits());
        return integer == largest || integer == -largest - 1;
    }

    Suspect verdict() {
        int worst = 0;
        int off = 0;
        int truncating = 0;
        for (int row = 0; row < excess.length; row++) {
            double here = over(row);
            if (here > over(worst)) {
                worst = row;
            }
            if (here > BOUND) {
                off++;
                truncating += offNone[row] <= BOUND && offConstant[row] > BOUND ? 1 : 0;
            }
        }
        double ownSqnrDb = DECIBELS * Math.log10(signal / noise);
        double factor = product / signal;
        var suspicion = suspicion(off, truncating, factor);
        double figure = switch (suspicion) {
            case SCALE -> factor;
            case ROW -> off;
            case SATURATION -> limited;
            case NONE, TRUNCATION, OPERATION -> 0;
        };
        return new Suspect(node.output(), suspicion, over(worst), worst, figure, ownSqnrDb);
    }

    /** How far a row is over what rounding explains, by its values or by the constant in its bias. */
    private double over(int row) {
        return Math.max(excess[row], offConstant[row]);
    }

    private Suspicion suspicion(int off, int truncating, double factor) {
        if (off == 0) {
            return Suspicion.NONE;
        }
        if (limited > 0) {
            return Suspicion.SATURATION;
        }
        if (!(twin instanceof ExactNode.Product)) {
            return Suspicion.OPERATION;
        }
        if (truncating == off) {
            return Suspicion.TRUNCATION;
        }
        boolean scaled = factor > NOTABLE_FACTOR || factor < 1 / NOTABLE_FACTOR;
        return scaled && 2 * off > excess.length ? Suspicion.SCALE : Suspicion.ROW;
    }
}
