package org.ethotag.flash.cost;

import java.util.Optional;
import java.util.stream.Stream;

/** Processors on which the runtime's instructions were counted. */
public enum Core {
    /** Portable kernel, 16-bit weights in blocks of six rows. */
    CORTEX_M3("cortex-m3"),
    /** Kernel with dual 16-bit products (SMLAD). */
    CORTEX_M4F("cortex-m4f");

    /**
     * Cycles per instruction, from weighting the counts by the Cortex-M3 manual's table: 2.59 million instructions are
     * about 88 ms at 48 MHz (fixed-point, section 1). Plus or minus 20 %; taken for both cores, flash wait states left
     * out.
     */
    public static final double CYCLES_PER_INSTRUCTION = 1.63;

    private final String word;

    Core(String word) {
        this.word = word;
    }

    /** The core that a tag profile names, or empty if nothing was counted on it. */
    public static Optional<Core> named(String word) {
        return Stream.of(values()).filter(core -> core.word.equals(word)).findFirst();
    }

    /** As tag profiles write it. */
    public String word() {
        return word;
    }

    /**
     * Of the integer runtime.
     *
     * @param weightBits up to 8 are stored as 8, which the M4 has to unpack; all else as 16
     */
    public InstructionCount fixed(int weightBits) {
        boolean narrow = weightBits <= Byte.SIZE;
        return switch (this) {
            case CORTEX_M3 ->
                narrow
                        ? InstructionCount.through(0.827798, 2.506660, 8.518592)
                        : InstructionCount.through(0.827777, 2.506639, 8.518571);
            case CORTEX_M4F ->
                narrow
                        ? InstructionCount.through(0.727190, 2.092708, 6.838976)
                        : InstructionCount.through(0.582017, 1.589135, 4.979627);
        };
    }

    /** Of the same network in 32-bit floating point, plain C. */
    public InstructionCount floating() {
        return switch (this) {
            case CORTEX_M3 -> InstructionCount.through(41.8, 119, 379);
            case CORTEX_M4F -> InstructionCount.through(2.6, 7.0, 21.9);
        };
    }
}
