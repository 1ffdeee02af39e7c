package org.ethotag.quantization;

import java.util.function.Function;
import org.ethotag.quantization.Operation.Accumulate;
import org.ethotag.quantization.Operation.AddShifted;
import org.ethotag.quantization.Operation.Align;
import org.ethotag.quantization.Operation.Blend;
import org.ethotag.quantization.Operation.Condition;
import org.ethotag.quantization.Operation.Lookup;
import org.ethotag.quantization.Operation.Rectify;
import org.ethotag.quantization.Operation.ResetProduct;
import org.ethotag.quantization.Operation.Shift;

/** One node of the graph bound to the arrays of its edges, ready to run. Counts what it had to limit. */
abstract class Kernel {
    private long saturations;

    /** Reads the input edges and writes the output edge. */
    abstract void run();

    /** How many values were limited so far. */
    final long saturations() {
        return saturations;
    }

    final int saturated(int value, int bits) {
        int limited = FixedPoint.saturate(value, bits);
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
            case Accumulate(IntMatrix weights, IntMatrix bias, var _, int alignment) ->
                new Accumulator(weights, bias, alignment, in[0], out);
            case AddShifted(IntMatrix first, IntMatrix second, int bits) -> {
                int[] firstShifts = first.toArray();
                int[] secondShifts = second.toArray();
                yield each(out, bits, i -> (in[0][i] >> firstShifts[i]) + (in[1][i] >> secondShifts[i]));
            }
            case Shift(IntMatrix shifts, int bits) -> shifted(shifts.toArray(), bits, in[0], out);
            case ResetProduct(IntMatrix inputShifts, int productShift, Rounding rounding, int bits) -> {
                int[] shifts = inputShifts.toArray();
                int constant = rounding.constant(productShift);
                yield each(
                        out, bits, i -> (in[0][i] >> shifts[i]) + ((in[1][i] * in[2][i] + constant) >> productShift));
            }
            case Lookup(LookupTable table) -> each(out, table.bits(), i -> table.at(in[0][i]));
            case Blend blend -> each(out, blend.stateBits(), i -> blended(blend, in[0][i], in[1][i], in[2][i]));
            case Rectify(IntMatrix shifts, int bits) -> {
                int[] each = shifts.toArray();
                yield each(out, bits, i -> Math.max(0, in[0][i] >> each[i]));
            }
            case Align(IntMatrix shifts) -> shifted(shifts.toArray(), Integer.SIZE, in[0], out);
        };
    }

    /** Of an update gate, a proposed and an old state; only a narrow state can end one above the largest. */
    private static int blended(Blend blend, int update, int proposed, int old) {
        int gateShift = blend.gateBits() - 1;
        int stateShift = FixedPoint.alignment(blend.stateBits());
        int n = proposed << FixedPoint.alignment(blend.gateBits());
        int h = old << stateShift;
        int v = n + ((update * (h - n) + blend.rounding().constant(gateShift)) >> gateShift);
        int next = (v + blend.rounding().constant(stateShift)) >> stateShift;
        return Math.max(next, -FixedPoint.largest(blend.stateBits()));
    }

    private static Kernel shifted(int[] shifts, int bits, int[] in, int[] out) {
        return each(out, bits, i -> in[i] >> shifts[i]);
    }

    /** What one value of an output vector is, before saturation. */
    private interface Element {
        int at(int index);
    }

    private static Kernel each(int[] out, int bits, Element element) {
        return new Kernel() {
            @Override
            void run() {
                for (int i = 0; i < out.length; i++) {
                    out[i] = saturated(element.at(i), bits);
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
                out[axis] = saturated(conditioning.unlimited(axis, raw[0], raw[1], raw[2]), Short.SIZE);
            }
        }
    }

    private static final class Accumulator extends Kernel {
        /** [row][column], row-major */
        private final int[] weights;

        private final int[] bias;
        private final int alignment;
        private final int[] in;
        private final int[] out;

        Accumulator(IntMatrix weights, IntMatrix bias, int alignment, int[] in, int[] out) {
            this.alignment = alignment;
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
                    sum += weights[at++] * (value << alignment);
                }
                out[row] = sum;
            }
        }
    }
}
