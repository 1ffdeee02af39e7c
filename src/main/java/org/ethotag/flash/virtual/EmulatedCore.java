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

    /** The one that runs what the named one runs, for example "cortex-m4f" or "Cortex-M0+": the smaller one unless it has more. */
    public static EmulatedCore like(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.startsWith("4") || digits.startsWith("7") || digits.startsWith("33") ? CORTEX_M4F : CORTEX_M3;
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
