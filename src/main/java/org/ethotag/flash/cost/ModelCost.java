package org.ethotag.flash.cost;

import java.util.Optional;
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
        double fixed = instructions(core.map(c -> InstructionCount.fixed(c, network.weightBits())), network);
        double floating = instructions(core.map(InstructionCount::floating), network);
        return new ModelCost(
                network.flashBytes(),
                network.ramBytes(),
                network.multiplications(),
                fixed,
                floating,
                fixed * CYCLES_PER_INSTRUCTION / mcu.clockHz() * MILLI,
                network.flashBytes() <= mcu.flashBytes() && network.ramBytes() <= mcu.ramBytes());
    }

    private static double instructions(Optional<InstructionCount> count, NetworkSize network) {
        return count.map(found -> found.of(network.hidden(), network.steps())).orElse(Double.NaN);
    }
}
