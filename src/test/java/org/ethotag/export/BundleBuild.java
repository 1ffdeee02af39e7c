package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ethotag.export.CRuntime.Core;

/** A bundle's folder on its own: what its README says to do with it, and nothing from beside it. */
final class BundleBuild {
    private static final List<String> STRICT =
            List.of("-std=c99", "-O2", "-Wall", "-Wextra", "-Wconversion", "-Wpedantic", "-Werror");
    private static final List<String> FOLDERS = List.of("-Iinclude", "-Ikernels", "-I.", "-Ifloat");

    private final Path folder;

    BundleBuild(Path folder) {
        this.folder = folder;
    }

    /** Exit code and output of the bundle's check on this machine. */
    String check(List<String> more) throws IOException, InterruptedException {
        CRuntime.require(folder, "gcc");
        compile("gcc", more, "check", "", "kernels");
        return start(List.of(folder.resolve("check").toString()));
    }

    /** The last line of what {@code make check} says, with these variables. */
    String make(String... variables) throws IOException, InterruptedException {
        assumeTrue(CRuntime.starts(folder, List.of("make", "--version")), "make is not installed");
        var command = new ArrayList<>(List.of("make", "--silent", "check"));
        command.addAll(List.of(variables));
        return start(command);
    }

    /** The same on an emulated core, which a linker script and a vector table of the tests bring up. */
    String check(Core core) throws IOException, InterruptedException {
        CRuntime.require(folder, "arm-none-eabi-gcc");
        CRuntime.require(folder, "qemu-system-arm");
        var more = new ArrayList<>(core.flags());
        more.addAll(List.of("--specs=rdimon.specs", "-T" + CRuntime.test("emulator/mps2.ld")));
        more.add(CRuntime.test("emulator/vectors.c"));
        compile("arm-none-eabi-gcc", more, "check.elf", "", "kernels");
        return start(CRuntime.emulator(core, "check.elf", List.of()));
    }

    /** Output of the float32 build on this machine. */
    String compare() throws IOException, InterruptedException {
        CRuntime.require(folder, "gcc");
        compile("gcc", List.of("model.c", "golden.c"), "compare", "float");
        return start(List.of(folder.resolve("compare").toString()));
    }

    /** Builds the Zephyr sample against a stand-in for Zephyr and starts it. */
    String zephyr(String extraConfiguration) throws IOException, InterruptedException {
        assumeTrue(CRuntime.starts(folder, List.of("cmake", "--version")), "cmake is not installed");
        String build = "build" + extraConfiguration;
        assertThat(start(List.of(
                        "cmake",
                        "-S",
                        "zephyr/samples/classify",
                        "-B",
                        build,
                        "-DZephyr_DIR=" + CRuntime.test("zephyr"),
                        "-DEXTRA_CONF_FILE=" + extraConfiguration)))
                .startsWith("0 ");
        assertThat(start(List.of("cmake", "--build", build))).startsWith("0 ");
        return start(List.of(folder.resolve(build).resolve("app").toString()));
    }

    private void compile(String compiler, List<String> more, String output, String... folders)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(compiler));
        Stream.of(STRICT, FOLDERS, more).forEach(command::addAll);
        for (String name : folders) {
            command.addAll(sources(name));
        }
        command.addAll(List.of("-lm", "-o", output));
        assertThat(start(command)).isEqualTo("0");
    }

    private List<String> sources(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".c") && !file.endsWith("trial.c"))
                    .sorted()
                    .toList();
        }
    }

    private String start(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .put("ASAN_OPTIONS", "detect_leaks=0"); // leak detection needs rights that a container lacks
        var process = builder.start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        return (process.exitValue() + " " + Files.readString(log)).strip();
    }
}
