package org.ethotag.flash.virtual;

/** A processor that the emulator has on a board whose program we know how to start. */
public enum EmulatedCore {
    /** Arm MPS2 with AN385. */
    CORTEX_M3("cortex-m3", "mps2-an385"),
    /** Arm MPS2 with AN386. */
    CORTEX_M4F("cortex-m4", "mps2-an386");

    private final String processor;
    private final String machine;

    EmulatedCore(String processor, String machine) {
        this.processor = processor;
        this.machine = machine;
    }

    /** As the compiler names it. */
    String processor() {
        return processor;
    }

    /** As the emulator names the board. */
    String machine() {
        return machine;
    }
}
