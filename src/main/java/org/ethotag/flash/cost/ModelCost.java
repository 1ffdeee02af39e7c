package org.ethotag.flash.cost;

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

    /** The cost of a network on a tag. */
    public static ModelCost of(NetworkSize network, TagProfile profile) {
        var mcu = profile.mcu();
        double fixed = Core.named(mcu.core())
                .map(core -> core.fixed(network.weightBits()).of(network.hidden(), network.steps()))
                .orElse(Double.NaN);
        double floating = Core.named(mcu.core())
                .map(core -> core.floating().of(network.hidden(), network.steps()))
                .orElse(Double.NaN);
        return new ModelCost(
                network.flashBytes(),
                network.ramBytes(),
                network.multiplications(),
                fixed,
                floating,
                fixed * Core.CYCLES_PER_INSTRUCTION / mcu.clockHz() * MILLI,
                network.flashBytes() <= mcu.flashBytes() && network.ramBytes() <= mcu.ramBytes());
    }
}
