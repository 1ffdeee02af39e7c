package org.ethotag.quantization;

import java.util.List;

/**
 * What a node of the quantized graph does, value by value; shifts are arithmetic, all sums int32. SAT limits to the
 * {@code bits} of the output edge. With 16 bits everywhere this is fixed-point 2.3, with fewer it is fixed-point 5.
 */
public sealed interface Operation {
    /** Sensor counts to conditioned input: matrix, rounding shift, saturation. */
    record Condition(InputConditioning conditioning) implements Operation {}

    /**
     * bias + weights times a vector.
     *
     * @param formats of the weights, one per row
     * @param alignment the vector's values are multiplied by 2^alignment before the product; 0 for 16 bits
     */
    record Accumulate(IntMatrix weights, IntMatrix bias, List<QFormat> formats, int alignment) implements Operation {
        public Accumulate {
            formats = List.copyOf(formats);
        }
    }

    /** SAT((a &gt;&gt; firstShifts[i]) + (b &gt;&gt; secondShifts[i])). */
    record AddShifted(IntMatrix firstShifts, IntMatrix secondShifts, int bits) implements Operation {}

    /** SAT(a &gt;&gt; shifts[i]). */
    record Shift(IntMatrix shifts, int bits) implements Operation {}

    /**
     * The new state's argument: SAT((a &gt;&gt; inputShifts[i]) + ((r b + c) &gt;&gt; productShift)), for inputs a (input
     * sum), r (reset gate), b (recurrent part); c is the rounding constant of productShift.
     */
    record ResetProduct(IntMatrix inputShifts, int productShift, Rounding rounding, int bits) implements Operation {}

    /** A table, with or without interpolation. */
    record Lookup(LookupTable table) implements Operation {}

    /**
     * For inputs z, n (gateBits wide) and h (stateBits wide), n and h aligned to 16 bits: v = n + ((z (h - n) + c)
     * &gt;&gt; (gateBits - 1)), h' = (v + d) &gt;&gt; (16 - stateBits), limited to plus and minus (2^(stateBits-1) - 1); c
     * and d are the rounding constants of the two shifts.
     */
    record Blend(int gateBits, int stateBits, Rounding rounding) implements Operation {}

    /** SAT(max(0, a &gt;&gt; shifts[i])). */
    record Rectify(IntMatrix shifts, int bits) implements Operation {}

    /** a &gt;&gt; shifts[i], int32: brings logits with scales per row to one format. */
    record Align(IntMatrix shifts) implements Operation {}
}
