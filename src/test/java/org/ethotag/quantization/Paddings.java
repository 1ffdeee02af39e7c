package org.ethotag.quantization;

import java.util.Arrays;

/** Graphs with units that do nothing. */
final class Paddings {
    private static final int MORE = 4;

    private Paddings() {}

    /** Four units whose weights are 0 and whose biases hold nothing but the rounding constant. */
    static QuantizedGraph withFourMoreUnits(QuantizedGraph graph) {
        int hidden = graph.gru().hidden() + MORE;
        var gates = graph.gru().gates().stream()
                .map(gate -> new GateWeights(
                        padded(gate.input(), hidden, 3),
                        padded(gate.recurrent(), hidden, hidden),
                        bias(gate.inputBias(), hidden, gate.inputShift()),
                        bias(gate.recurrentBias(), hidden, gate.recurrentShift()),
                        gate.inputShift(),
                        gate.recurrentShift()))
                .toList();
        var dense = graph.hidden();
        return new QuantizedGraph(
                graph.weightBits(),
                graph.sensor(),
                graph.conditioning(),
                new QuantizedGru(graph.gru().inputFractionBits(), graph.gru().newFractionBits(), gates),
                new QuantizedDense(
                        padded(dense.weights(), dense.outputs(), hidden),
                        dense.bias(),
                        dense.inputFractionBits(),
                        dense.weightFractionBits(),
                        dense.shift()),
                graph.output(),
                graph.sigmoid(),
                graph.tanh(),
                graph.classes(),
                graph.windows(),
                graph.rate());
    }

    private static IntMatrix padded(IntMatrix matrix, int rows, int columns) {
        int[] values = new int[rows * columns];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                values[row * columns + column] = matrix.at(row, column);
            }
        }
        return IntMatrix.of(rows, columns, values);
    }

    private static IntMatrix bias(IntMatrix bias, int rows, int shift) {
        int[] values = Arrays.copyOf(bias.toArray(), rows);
        Arrays.fill(values, bias.rows(), rows, 1 << (shift - 1));
        return IntMatrix.column(values);
    }
}
