package org.ethotag.flash.cost;

import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.export.CountedCore;
import org.ethotag.export.WeightLayout;

/**
 * Instructions of the runtime per time step as a polynomial of the hidden units H: constant + linear H + square H^2. The
 * matrix products give the square term, the gates the linear one. The polynomial goes through the three counts of a
 * {@link CountedCore}.
 *
 * @param constant per step
 * @param linear per step and unit
 * @param square per step and pair of units
 */
public record InstructionCount(double constant, double linear, double square) {
    /**
     * Of the integer runtime, in the layout that is best for the core.
     *
     * @param weightBits up to 8 are stored as 8, which the M4 has to unpack; all else as 16
     */
    public static InstructionCount fixed(CountedCore core, int weightBits) {
        int stored = weightBits <= Byte.SIZE ? Byte.SIZE : Short.SIZE;
        return through(core.fixed(stored, WeightLayout.forCore(core.word())));
    }

    /** What an input perceptron adds to {@link #fixed}; counted where it is as wide as the recurrent layer. */
    static InstructionCount fixedFront(CountedCore core, int weightBits) {
        int stored = weightBits <= Byte.SIZE ? Byte.SIZE : Short.SIZE;
        var layout = WeightLayout.forCore(core.word());
        return through(differences(core.withFront(stored, layout), core.fixed(stored, layout)));
    }

    /** Of the same network in 32-bit floating point, plain C. */
    public static InstructionCount floating(CountedCore core) {
        return through(core.floating());
    }

    /** What an input perceptron adds to {@link #floating}. */
    static InstructionCount floatingFront(CountedCore core) {
        return through(differences(core.floatingWithFront(), core.floating()));
    }

    private static List<Long> differences(List<Long> larger, List<Long> smaller) {
        return IntStream.range(0, larger.size())
                .mapToObj(i -> larger.get(i) - smaller.get(i))
                .toList();
    }

    /** The polynomial through three counts of whole windows: Newton's divided differences. */
    private static InstructionCount through(List<Long> counts) {
        int small = CountedCore.SIZES.get(0);
        int medium = CountedCore.SIZES.get(1);
        int large = CountedCore.SIZES.get(2);
        double low = slope(small, medium, counts.get(0), counts.get(1));
        double high = slope(medium, large, counts.get(1), counts.get(2));
        double square = (high - low) / (large - small);
        double linear = low - square * (small + medium);
        double constant = counts.get(0) - linear * small - square * small * small;
        return new InstructionCount(
                constant / CountedCore.STEPS, linear / CountedCore.STEPS, square / CountedCore.STEPS);
    }

    private static double slope(int fromUnits, int toUnits, long from, long to) {
        return (double) (to - from) / (toUnits - fromUnits);
    }

    /** Instructions of one window. */
    public double of(int hidden, int steps) {
        return of(hidden, hidden, steps);
    }

    /**
     * Instructions that an input perceptron of {@code front} units adds to one window; what goes with single units is split
     * evenly between both layers where their widths differ.
     */
    double of(int hidden, int front, int steps) {
        return steps * (constant + linear * (hidden + front) / 2 + square * hidden * front);
    }
}
