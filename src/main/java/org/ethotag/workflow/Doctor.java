package org.ethotag.workflow;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ethotag.training.EngineCheck;

/** What of the program's surroundings works here, and what to do about the rest. */
public final class Doctor {
    private static final List<Path> DEVICES =
            Stream.of("/dev/ttyACM0", "/dev/ttyUSB0").map(Path::of).toList();

    private Doctor() {}

    /**
     * One thing that was looked at.
     *
     * @param what its name
     * @param works whether it can be used
     * @param needed whether the program's own work needs it; the rest serves tests and exported code
     * @param state what was found
     * @param advice what to do if it does not work, else empty
     */
    public record Check(String what, boolean works, boolean needed, String state, String advice) {}

    /** Looks at everything; takes a few seconds the first time, because the engine is unpacked. */
    public static List<Check> examine() {
        var checks = new ArrayList<Check>();
        checks.add(java());
        checks.add(engine());
        checks.add(serial());
        checks.add(program("C compiler", "gcc", "Install gcc to run the exported C code on this computer."));
        checks.add(program(
                "ARM compiler",
                "arm-none-eabi-gcc",
                "Install gcc-arm-none-eabi and libnewlib-arm-none-eabi to compile for the tag."));
        checks.add(
                program("ARM emulator", "qemu-system-arm", "Install qemu-system-arm to run tag code without a tag."));
        return List.copyOf(checks);
    }

    private static Check java() {
        int feature = Runtime.version().feature();
        return feature >= 25
                ? new Check("Java", true, true, String.valueOf(Runtime.version()), "")
                : new Check("Java", false, true, String.valueOf(Runtime.version()), "Install a Java 25 or later.");
    }

    private static Check engine() {
        return switch (EngineCheck.run()) {
            case EngineCheck.Works(var version, var threads) ->
                new Check("Learning engine", true, true, "PyTorch " + version + ", " + threads + " threads", "");
            case EngineCheck.Missing(var problem) ->
                new Check("Learning engine", false, true, problem.what(), problem.next());
        };
    }

    private static Check serial() {
        var locked = DEVICES.stream()
                .filter(Files::exists)
                .filter(device -> !Files.isWritable(device))
                .toList();
        if (!locked.isEmpty()) {
            return new Check(
                    "Serial ports",
                    false,
                    true,
                    locked + " may not be opened",
                    "Add yourself to the group of the port:  sudo usermod -aG dialout $USER  , then log in again.");
        }
        long present = DEVICES.stream().filter(Files::exists).count();
        return new Check("Serial ports", true, true, present == 0 ? "no tag plugged in" : present + " found", "");
    }

    private static Check program(String what, String name, String advice) {
        var suffix = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? ".exe" : "";
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name + suffix))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new Check(what, true, false, found.toString(), ""))
                .orElseGet(() -> new Check(what, false, false, "not found", advice));
    }
}
