package org.ethotag.quantization;

import java.util.function.Function;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.Operation.AddShifted;
import org.ethotag.quantization.Operation.Blend;
import org.ethotag.quantization.Operation.Condition;
import org.ethotag.quantization.Operation.Lookup;
import org.ethotag.quantization.Operation.Rectify;
import org.ethotag.quantization.Operation.ResetProduct;
import org.ethotag.quantization.Operation.Shift;

/** One node of the graph bound to the arrays of its edges, ready to run. Counts what it had to limit to int16. */
abstract class Kernel {
    private long saturations;

    /** Reads the input edges and writes the output edge. */
    abstract void run();

    /** How many values were limited so far. */
    final long saturations() {
        return saturations;
    }

    final int saturated(int value) {
        int limited = FixedPoint.saturate16(value);
        if (limited != value) {
            saturations++;
        }
        return limited;
    }

    /** @param edges the array of an edge */
    static Kernel of(GraphNode node, Function<EdgeName, int[]> edges) {
        int[] out = edges.apply(node.output());
        int[][] in = node.inputs().stream().map(edges).toArray(int[][]::new);
        return switch (node.operation()) {
            case Condition(InputConditioning conditioning) -> new Conditioner(conditioning, in[0], out);
            case Accumulate(IntMatrix weights, IntMatrix bias, QFormat _) -> new Accumulator(weights, bias, in[0], out);
            case AddShifted(int first, int second) -> each(out, i -> (in[0][i] >> first) + (in[1][i] >> second));
            case Shift(int shift) -> each(out, i -> in[0][i] >> shift);
            case ResetProduct(int inputShift, int productShift) ->
                each(
                        out,
                        i -> (in[0][i] >> inputShift)
                                + ((in[1][i] * in[2][i] + FixedPoint.half(productShift)) >> productShift));
            case Lookup(LookupTable table) -> each(out, i -> table.at(in[0][i]));
            case Blend() -> each(out, i -> blended(in[0][i], in[1][i], in[2][i]));
            case Rectify(int shift) -> each(out, i -> Math.max(0, in[0][i] >> shift));
        };
    }

    private static int blended(int update, int proposed, int old) {
        int shift = FixedPoint.STATE_FRACTION_BITS;
        return proposed + ((update * (old - proposed) + FixedPoint.half(shift)) >> shift);
    }

    /** What one value of an output vector is, before saturation. */
    private interface Element {
        int at(int index);
    }

    private static Kernel each(int[] out, Element element) {
        return new Kernel() {
            @Override
            void run() {
                for (int i = 0; i < out.length; i++) {
                    out[i] = saturated(element.at(i));
                }
            }
        };
    }

    private static final class Conditioner extends Kernel {
        private final InputConditioning conditioning;
        private final int[] raw;
        private final int[] out;

        Conditioner(InputConditioning conditioning, int[] raw, int[] out) {
            this.conditioning = conditioning;
            this.raw = raw;
            this.out = out;
        }

        @Override
        void run() {
            for (int axis = 0; axis < out.length; axis++) {
                out[axis] = saturated(conditioning.unlimited(axis, raw[0], raw[1], raw[2]));
            }
        }
    }

    private static final class Accumulator extends Kernel {
        /** [row][column], row-major */
        private final int[] weights;

        private final int[] bias;
        private final int[] in;
        private final int[] out;

        Accumulator(IntMatrix weights, IntMatrix bias, int[] in, int[] out) {
            this.weights = weights.toArray();
            this.bias = bias.toArray();
            this.in = in;
            this.out = out;
        }

        @Override
        void run() {
            int at = 0;
            for (int row = 0; row < out.length; row++) {
                int sum = bias[row];
                for (int value : in) {
                    sum += weights[at++] * value;
                }
                out[row] = sum;
            }
        }
    }
}
