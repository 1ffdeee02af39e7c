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

    /** Limits to a signed integer of {@code bits}, 2 to 32. */
    public static int saturate(int value, int bits) {
        int largest = largest(bits);
        return Math.min(largest, Math.max(-largest - 1, value));
    }

    /** Largest signed integer of {@code bits}, 2 to 32. */
    public static int largest(int bits) {
        return (1 << (bits - 1)) - 1;
    }

    /** How far a value of {@code bits} is moved to the left before weights multiply it (fixed-point 5). */
    public static int alignment(int bits) {
        return Short.SIZE - bits;
    }

    /** Largest magnitude of an aligned value whose integer of {@code bits} is not below -{@link #largest}. */
    public static int largestAligned(int bits) {
        return largest(bits) << alignment(bits);
    }

    /** 2^(shift-1): added before an arithmetic right shift, it rounds half toward plus infinity. */
    public static int half(int shift) {
        return 1 << (shift - 1);
    }

    /** Whether a shift is one that the tag accepts. */
    public static boolean shiftIsValid(int shift) {
        return shift >= SMALLEST_SHIFT && shift <= LARGEST_SHIFT;
    }

    static void requireShifts(IntMatrix shifts) {
        for (int shift : shifts.toArray()) {
            requireShift(shift);
        }
    }

    static int common(IntMatrix shifts) {
        if (!shifts.isUniform()) {
            throw new IllegalStateException("the rows have scales of their own");
        }
        return shifts.at(0);
    }

    static void requireShift(int shift) {
        if (!shiftIsValid(shift)) {
            throw new IllegalArgumentException(
                    "a shift is " + SMALLEST_SHIFT + " to " + LARGEST_SHIFT + ", not " + shift);
        }
    }
}
