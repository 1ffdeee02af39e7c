package org.ethotag.quantization.report;

import org.ethotag.model.StudentModel;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.Gate;
import org.ethotag.quantization.QuantizedDense;
import org.ethotag.quantization.QuantizedGraph;

/** The float student's matrices, filled up with zeros to the shapes of the integer graph, by the edge of their sums. */
final class FloatTwin {
    private final StudentModel student;
    private final QuantizedGraph graph;

    FloatTwin(StudentModel student, QuantizedGraph graph) {
        this.student = student;
        this.graph = graph;
    }

    /**
     * One matrix.
     *
     * @param weights [row][column]
     * @param bias [row]
     */
    record Matrix(double[][] weights, double[] bias) {}

    /** The matrix whose sums flow on an edge. */
    Matrix of(EdgeName sum) {
        return switch (sum) {
            case INPUT_RESET -> input(Gate.RESET);
            case INPUT_UPDATE -> input(Gate.UPDATE);
            case INPUT_NEW -> input(Gate.NEW);
            case RECURRENT_RESET -> recurrent(Gate.RESET);
            case RECURRENT_UPDATE -> recurrent(Gate.UPDATE);
            case RECURRENT_NEW -> recurrent(Gate.NEW);
            case FRONT_SUM -> dense("input", graph.front().getFirst());
            case PERCEPTRON_SUM -> dense("dense1", graph.hidden());
            case LOGIT_SUM, LOGITS -> dense("dense2", graph.output());
            default -> throw new IllegalArgumentException("no matrix feeds " + sum);
        };
    }

    private Matrix input(Gate gate) {
        int rows = graph.gru().hidden();
        return matrix(
                "gru.weight_ih", "gru.bias_ih", gate.index(), rows, graph.gru().inputs());
    }

    private Matrix recurrent(Gate gate) {
        int rows = graph.gru().hidden();
        return matrix("gru.weight_hh", "gru.bias_hh", gate.index(), rows, rows);
    }

    /** Three gates of as many rows as the student has units stand one below the other. */
    private Matrix matrix(String weightName, String biasName, int gate, int rows, int columns) {
        return cut(weightName, biasName, gate * student.hidden(), student.hidden(), rows, columns);
    }

    private Matrix dense(String name, QuantizedDense layer) {
        int real = student.weights().tensor(name + ".bias").size();
        return cut(name + ".weight", name + ".bias", 0, real, layer.outputs(), layer.inputs());
    }

    private Matrix cut(String weightName, String biasName, int from, int real, int rows, int columns) {
        var weights = student.weights().tensor(weightName);
        var bias = student.weights().tensor(biasName);
        int width = weights.shape().get(1);
        var filled = new Matrix(new double[rows][columns], new double[rows]);
        for (int row = 0; row < real; row++) {
            filled.bias()[row] = bias.at(from + row);
            for (int column = 0; column < width; column++) {
                filled.weights()[row][column] = weights.at((from + row) * width + column);
            }
        }
        return filled;
    }
}
