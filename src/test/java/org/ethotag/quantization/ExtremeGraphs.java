package org.ethotag.quantization;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;

/** Graphs whose weights are as large as the overflow bound allows (fixed-point 2.4). */
public final class ExtremeGraphs {
    private static final long LIMIT = Integer.MAX_VALUE;

    private ExtremeGraphs() {}

    /** Every row is filled to the last unit of its bound, with random signs. */
    public static QuantizedGraph random(Random random) {
        return random(random, List.of(), 3, 32768, 4 * (1 + random.nextInt(8)));
    }

    /** The same with an input perceptron. */
    public static QuantizedGraph withFront(Random random) {
        int width = 4 * (1 + random.nextInt(8));
        int shift = 1 + random.nextInt(16);
        var first = new Filled(random, width, 3, 32768);
        var front = new QuantizedDense(first.weights, first.bias, 10, shift, shift);
        return random(random, List.of(front), width, 32767, 4 * (1 + random.nextInt(8)));
    }

    private static QuantizedGraph random(
            Random random, List<QuantizedDense> front, int inputs, int largestInput, int hidden) {
        int perceptron = 1 + random.nextInt(8);
        int p = 11 + random.nextInt(2);
        var gates = Stream.of(Gate.values())
                .map(gate -> {
                    var in = new Filled(random, hidden, inputs, largestInput);
                    var back = new Filled(random, hidden, hidden, 32767);
                    return new GateWeights(in.weights, back.weights, in.bias, back.bias, shift(random), shift(random));
                })
                .toList();
        var first = new Filled(random, perceptron, hidden, 32767);
        var last = new Filled(random, 3, perceptron, 32767);
        return new QuantizedGraph(
                16,
                SensorScale.int16(2),
                conditioning(random),
                front,
                new QuantizedGru(10, p, gates),
                new QuantizedDense(first.weights, first.bias, 15, 12, shift(random)),
                new QuantizedDense(last.weights, last.bias, 12, 12, 0),
                LookupTable.sigmoid(),
                LookupTable.tanh(),
                List.of("a", "b", "c"),
                WindowSpec.nonOverlapping(16),
                new SampleRate(50));
    }

    private static int shift(Random random) {
        return 1 + random.nextInt(30);
    }

    private static InputConditioning conditioning(Random random) {
        int shift = 1 + random.nextInt(17);
        int[] matrix = new int[9];
        for (int row = 0; row < 3; row++) {
            int left = (int) Math.min(32767, (LIMIT - (1L << (shift - 1))) / 65535);
            for (int column = 0; column < 3; column++) {
                int part = column == 2 ? left : random.nextInt(left + 1);
                left -= part;
                matrix[3 * row + column] = random.nextBoolean() ? part : -part;
            }
        }
        return new InputConditioning(
                IntMatrix.column(end(random), end(random), end(random)), IntMatrix.of(3, 3, matrix), shift);
    }

    private static final class Filled {
        final IntMatrix weights;
        final IntMatrix bias;

        Filled(Random random, int rows, int columns, int largestInput) {
            int[] values = new int[rows * columns];
            int[] biases = new int[rows];
            for (int row = 0; row < rows; row++) {
                long left = LIMIT;
                for (int column = 0; column < columns; column++) {
                    int most = (int) Math.min(32767, left / largestInput);
                    int value = column == columns - 1 ? most : random.nextInt(most + 1);
                    left -= (long) value * largestInput;
                    values[row * columns + column] = random.nextBoolean() ? value : -value;
                }
                biases[row] = (int) (random.nextBoolean() ? left : -left);
            }
            weights = IntMatrix.of(rows, columns, values);
            bias = IntMatrix.column(biases);
        }
    }

    private static int end(Random random) {
        return random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
}
