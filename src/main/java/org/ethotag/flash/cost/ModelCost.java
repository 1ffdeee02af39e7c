package org.ethotag.flash.cost;

import org.ethotag.export.CountedCore;
import org.ethotag.flash.TagProfile;

/**
 * What a model costs one kind of tag. Instructions and time are estimated from counts on an emulated core; nothing here
 * was measured on hardware.
 *
 * @param flashBytes of the blob
 * @param ramBytes state and scratch of the runtime
 * @param multiplications for one window
 * @param instructions for one window; NaN if the core is unknown
 * @param floatInstructions of the unquantized network on the same core; NaN if the core is unknown
 * @param inferenceMs processor time for one window; NaN if the core is unknown
 * @param fits whether flash and memory of the tag are large enough
 */
public record ModelCost(
        int flashBytes,
        int ramBytes,
        long multiplications,
        double instructions,
        double floatInstructions,
        double inferenceMs,
        boolean fits) {
    private static final double MILLI = 1000;

    /**
     * From weighting the counts by the Cortex-M3 manual's table: 2.59 million instructions are about 88 ms at 48 MHz
     * (fixed-point, section 1). Plus or minus 20 %; taken for every core, flash wait states left out.
     */
    private static final double CYCLES_PER_INSTRUCTION = 1.63;

    /** The cost of a network on a tag. */
    public static ModelCost of(NetworkSize network, TagProfile profile) {
        var mcu = profile.mcu();
        var core = CountedCore.named(mcu.core());
        double fixed = core.map(c -> instructions(
                        InstructionCount.fixed(c, network.weightBits()),
                        InstructionCount.fixedFront(c, network.weightBits()),
                        network))
                .orElse(Double.NaN);
        double floating = core.map(
                        c -> instructions(InstructionCount.floating(c), InstructionCount.floatingFront(c), network))
                .orElse(Double.NaN);
        return new ModelCost(
                network.flashBytes(),
                network.ramBytes(),
                network.multiplications(),
                fixed,
                floating,
                fixed * CYCLES_PER_INSTRUCTION / mcu.clockHz() * MILLI,
                network.flashBytes() <= mcu.flashBytes() && network.ramBytes() <= mcu.ramBytes());
    }

    private static double instructions(InstructionCount recurrent, InstructionCount front, NetworkSize network) {
        double without = recurrent.of(network.hidden(), network.steps());
        return network.front() == 0 ? without : without + front.of(network.hidden(), network.front(), network.steps());
    }
}
