package org.ethotag.flash.virtual;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tag on an emulated processor. Without compiler and emulator its tests are skipped, but never in the build's run. */
final class EmulatedForm {
    /** Compiled once per build and key. */
    private static final Path PROGRAMS = Path.of("target", "emulated").toAbsolutePath();

    private EmulatedForm() {}

    static FlashBench.Form on(EmulatedCore core) {
        return (memory, settings) -> open(core, memory, settings);
    }

    static EmulatedTag open(EmulatedCore core, Path memory, VirtualTagSettings settings) {
        requireTools();
        return EmulatedTag.open(memory, PROGRAMS, core, settings);
    }

    static Path programs() {
        return PROGRAMS;
    }

    /** A processor that runs a program without a line, with more words for the emulator. */
    static List<String> alone(EmulatedCore core, String program, String... more) {
        var command = new ArrayList<>(List.of("qemu-system-arm", "-M", core.machine(), "-kernel", program));
        command.addAll(List.of("-display", "none", "-serial", "none", "-monitor", "none"));
        command.addAll(List.of(more));
        return command;
    }

    static void requireTools() {
        boolean there = EmulatedProcess.installed("arm-none-eabi-gcc") && EmulatedProcess.installed("qemu-system-arm");
        assumeTrue(
                there || "true".equals(System.getenv("CI")),
                "arm-none-eabi-gcc and qemu-system-arm are not installed: no emulated tag");
    }
}
