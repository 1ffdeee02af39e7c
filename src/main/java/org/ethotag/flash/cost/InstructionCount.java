package org.ethotag.flash.cost;

/**
 * Instructions of the runtime per time step as a polynomial of the hidden units H: constant + linear H + square H^2. The
 * matrix products give the square term, the gates the linear one. The polynomial goes through counts at three sizes,
 * made on an emulated core with 256 steps, 3 inputs and a perceptron of 16 units and 5 classes; the count does not depend
 * on the data.
 *
 * @param constant per step
 * @param linear per step and unit
 * @param square per step and pair of units
 */
public record InstructionCount(double constant, double linear, double square) {
    private static final int STEPS = 256;
    private static final double MILLION = 1e6;
    private static final int SMALL = 16;
    private static final int MEDIUM = 32;
    private static final int LARGE = 64;

    /**
     * The polynomial through three counts of whole windows of 256 steps.
     *
     * @param at16 million instructions for H = 16
     * @param at32 for H = 32
     * @param at64 for H = 64
     */
    static InstructionCount through(double at16, double at32, double at64) {
        double low = (at32 - at16) / (MEDIUM - SMALL);
        double high = (at64 - at32) / (LARGE - MEDIUM);
        double square = (high - low) / (LARGE - SMALL);
        double linear = low - square * (SMALL + MEDIUM);
        double constant = at16 - linear * SMALL - square * SMALL * SMALL;
        double perStep = MILLION / STEPS;
        return new InstructionCount(constant * perStep, linear * perStep, square * perStep);
    }

    /** Instructions of one window. */
    public double of(int hidden, int steps) {
        return steps * (constant + hidden * (linear + hidden * square));
    }
}
