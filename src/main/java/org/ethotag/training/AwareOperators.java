package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import java.util.Arrays;
import org.ethotag.quantization.FixedPoint;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.Operation.Blend;
import org.ethotag.quantization.Rounding;

/**
 * The operators of fixed-point 2 on the engine, on integers in 64-bit floats. A graph's bounds keep every sum and every
 * product below 2^31. Shifted by at most 30 such a number has at most 31 + 30 binary digits of which the lowest 30 lie
 * behind the point; a product with a power of two is always exact, and so is the floor. Sums of integers below 2^53 are
 * exact in any order. So every value is the very integer of the integer engine.
 *
 * <p>Gradients: what a shift drops is passed straight through (Bengio, Leonard, Courville 2013, arXiv 1308.3432), a value
 * that is limited passes nothing. Constants belong to the manager, results to that of their operands.
 */
final class AwareOperators {
    private final NDManager manager;

    AwareOperators(NDManager manager) {
        this.manager = manager;
    }

    /** Two to the power of something, as an array of one value. */
    NDArray power(int exponent) {
        return manager.create(new double[] {Math.scalb(1.0, exponent)});
    }

    /** 2^-shift for every row of a matrix. */
    NDArray scales(IntMatrix shifts) {
        return manager.create(Arrays.stream(shifts.toArray())
                .mapToDouble(shift -> Math.scalb(1.0, -shift))
                .toArray());
    }

    /** bias + weights times each row of {@code input}. */
    NDArray sum(NDArray input, IntegerWeights.Arrays arrays) {
        return Linear.linear(input, arrays.weights(), arrays.bias()).singletonOrThrow();
    }

    /** {@code value >> shift}, for scales of 2^-shift. */
    NDArray shifted(NDArray value, NDArray scales) {
        return straightened(value.mul(scales));
    }

    /** SAT. */
    static NDArray limited(NDArray value, int bits) {
        int largest = FixedPoint.largest(bits);
        return value.clip(-largest - 1, largest);
    }

    /** SAT(max(0, value)). */
    static NDArray positive(NDArray value, int bits) {
        return value.clip(0, FixedPoint.largest(bits));
    }

    /** A shift behind a product, with its rounding constant. */
    Rounded rounded(int shift, Rounding rounding) {
        return new Rounded(power(-shift), manager.create(new double[] {
            Math.scalb((double) rounding.constant(shift), -shift)
        }));
    }

    /**
     * {@code (value + c) >> shift}.
     *
     * @param scale 2^-shift
     * @param added c 2^-shift
     */
    record Rounded(NDArray scale, NDArray added) {
        NDArray of(NDArray value) {
            return straightened(value.mul(scale).addi(added));
        }
    }

    /** The next state. */
    Blended blend(Blend blend) {
        int stateShift = FixedPoint.alignment(blend.stateBits());
        return new Blended(
                blend,
                power(FixedPoint.alignment(blend.gateBits())),
                power(stateShift),
                rounded(blend.gateBits() - 1, blend.rounding()),
                rounded(stateShift, blend.rounding()));
    }

    /** A {@link Blend} with its constants. */
    record Blended(Blend blend, NDArray gateFactor, NDArray stateFactor, Rounded product, Rounded narrowed) {
        NDArray of(NDArray update, NDArray proposed, NDArray old) {
            boolean full = blend.stateBits() == Short.SIZE;
            NDArray n = blend.gateBits() == Short.SIZE ? proposed : proposed.mul(gateFactor);
            NDArray h = full ? old : old.mul(stateFactor);
            NDArray v = n.add(product.of(update.mul(h.sub(n))));
            if (full) {
                return v; // between n and h, so never limited
            }
            int largest = FixedPoint.largest(blend.stateBits());
            return narrowed.of(v).clip(-largest, largest);
        }
    }

    /**
     * The floor, with the gradient of the identity, in place. A value and its floor have the same last binary digit, so
     * their difference and the sum with it are exact. What is not needed any more is freed at once: memory that is used
     * again is still in the processor's cache.
     */
    private static NDArray straightened(NDArray value) {
        try (NDArray apart = value.stopGradient();
                NDArray rest = apart.floor()) {
            rest.subi(apart);
            return value.addi(rest);
        }
    }
}
