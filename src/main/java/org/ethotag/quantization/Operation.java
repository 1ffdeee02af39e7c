package org.ethotag.quantization;

/** What a node of the quantized graph does, value by value; shifts are arithmetic, all sums int32. */
public sealed interface Operation {
    /** Sensor counts to conditioned input: matrix, rounding shift, saturation. */
    record Condition(InputConditioning conditioning) implements Operation {}

    /**
     * bias + weights times a vector.
     *
     * @param format of the weights
     */
    record Accumulate(IntMatrix weights, IntMatrix bias, QFormat format) implements Operation {}

    /** SAT16((a &gt;&gt; firstShift) + (b &gt;&gt; secondShift)). */
    record AddShifted(int firstShift, int secondShift) implements Operation {}

    /** SAT16(a &gt;&gt; shift). */
    record Shift(int shift) implements Operation {}

    /**
     * The new state's argument: SAT16((a &gt;&gt; inputShift) + ((r b + 2^(productShift-1)) &gt;&gt; productShift)), for
     * inputs a (input sum), r (reset gate), b (recurrent part).
     */
    record ResetProduct(int inputShift, int productShift) implements Operation {}

    /** A table with interpolation. */
    record Lookup(LookupTable table) implements Operation {}

    /** h' = n + ((z (h - n) + 2^14) &gt;&gt; 15), for inputs z, n, h. */
    record Blend() implements Operation {}

    /** SAT16(max(0, a &gt;&gt; shift)). */
    record Rectify(int shift) implements Operation {}
}
