package org.ethotag.quantization;

/** Operators and limits that the whole integer arithmetic shares (fixed-point 2.2 to 2.4). */
public final class FixedPoint {
    /** The arithmetic that this package implements, as the model blob names it: GRUQ-1. */
    public static final int REVISION = 1;
    /** Fraction bits of gates and states. */
    public static final int STATE_FRACTION_BITS = 15;
    /** Fraction bits of pre-activations. */
    public static final int PRE_FRACTION_BITS = 12;
    /** Largest magnitude of a state or of a perceptron's hidden value. */
    public static final int LARGEST_STATE = 32767;
    /** Largest magnitude of a conditioned input. */
    public static final int LARGEST_INPUT = 32768;
    /** Smallest shift: keeps the sum of two shifted accumulators inside int32. */
    public static final int SMALLEST_SHIFT = 1;
    /** Largest shift. */
    public static final int LARGEST_SHIFT = 30;
    /** Hidden units come in groups of this many. */
    public static final int HIDDEN_STEP = 4;

    private FixedPoint() {}

    /** Limits to int16. */
    public static int saturate16(int value) {
        return Math.min(Short.MAX_VALUE, Math.max(Short.MIN_VALUE, value));
    }

    /** 2^(shift-1): added before an arithmetic right shift, it rounds half toward plus infinity. */
    public static int half(int shift) {
        return 1 << (shift - 1);
    }

    /** Whether a shift is one that the tag accepts. */
    public static boolean shiftIsValid(int shift) {
        return shift >= SMALLEST_SHIFT && shift <= LARGEST_SHIFT;
    }

    static void requireShift(int shift) {
        if (!shiftIsValid(shift)) {
            throw new IllegalArgumentException(
                    "a shift is " + SMALLEST_SHIFT + " to " + LARGEST_SHIFT + ", not " + shift);
        }
    }
}
