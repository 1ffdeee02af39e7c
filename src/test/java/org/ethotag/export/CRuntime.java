package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The C runtime around {@code src/test/c/parity.c}, compiled for this machine or for an emulated core. */
final class CRuntime {
    private static final Path SOURCES = Path.of("src/main/c").toAbsolutePath();
    private static final Path TESTS = Path.of("src/test/c").toAbsolutePath();
    private static final List<String> STRICT =
            List.of("-std=c99", "-O2", "-Wall", "-Wextra", "-Wconversion", "-Wpedantic", "-Werror");
    private static final List<String> SANITIZERS = List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all");
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    /** Reads the file "in" of the folder and writes "out". */
    private final List<String> command;

    private CRuntime(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /** A core that QEMU emulates. */
    enum Core {
        CORTEX_M3("mps2-an385", "-mcpu=cortex-m3", "-mthumb"),
        CORTEX_M4F("mps2-an386", "-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16");

        private final String machine;
        private final List<String> flags;

        Core(String machine, String... flags) {
            this.machine = machine;
            this.flags = List.of(flags);
        }

        /** What the compiler must know of it. */
        List<String> flags() {
            return flags;
        }
    }

    /** For this machine, with as many sanitizers as it has. */
    static CRuntime forHost(Path folder) throws IOException, InterruptedException {
        require(folder, "gcc");
        run(folder, compiler("gcc", sanitizers(folder), sources(), "parity"));
        return new CRuntime(folder, List.of(folder.resolve("parity").toString(), "in", "out"));
    }

    /** The compiler's flags for the sanitizers, if this machine has them. */
    static List<String> sanitizers(Path folder) throws IOException, InterruptedException {
        Path trial = Files.writeString(folder.resolve("trial.c"), "int main(void) { return 0; }\n");
        boolean found = starts(folder, compiler("gcc", SANITIZERS, List.of(trial.toString()), "trial"))
                && starts(folder, List.of(folder.resolve("trial").toString()));
        return found ? SANITIZERS : List.of();
    }

    /** For an emulated core; files pass through semihosting. */
    static CRuntime emulated(Path folder, Core core) throws IOException, InterruptedException {
        crossCompile(folder, core, List.of(), sources(), "parity.elf");
        return new CRuntime(folder, emulator(core, "parity.elf", List.of()));
    }

    /** A program for an emulated core that may read "in" and write "out" in its folder. */
    static void crossCompile(Path folder, Core core, List<String> more, List<String> sources, String output)
            throws IOException, InterruptedException {
        require(folder, "arm-none-eabi-gcc");
        require(folder, "qemu-system-arm");
        var flags = new ArrayList<>(core.flags);
        flags.addAll(List.of("--specs=rdimon.specs", "-T" + TESTS.resolve("emulator/mps2.ld")));
        flags.addAll(more);
        var files = new ArrayList<>(sources);
        files.add(test("emulator/vectors.c"));
        run(folder, compiler("arm-none-eabi-gcc", flags, files, output));
    }

    /** Objects for a core, one per source, with what the compiler says about them. */
    static void compileOnly(Path folder, Core core, List<String> more, List<String> sources)
            throws IOException, InterruptedException {
        require(folder, "arm-none-eabi-gcc");
        var flags = new ArrayList<>(core.flags);
        flags.addAll(more);
        flags.add("-c");
        for (String source : sources) {
            String object = Path.of(source).getFileName().toString().replace(".c", ".o");
            run(folder, compiler("arm-none-eabi-gcc", flags, List.of(source), object));
        }
    }

    /** A program without a C library for a Cortex-M3 with 128 KB of flash and 8 KB of memory; the linker says if it does not fit. */
    static void compileSmall(Path folder, List<String> more, List<String> sources, String output)
            throws IOException, InterruptedException {
        require(folder, "arm-none-eabi-gcc");
        require(folder, "qemu-system-arm");
        var flags = new ArrayList<>(Core.CORTEX_M3.flags);
        flags.addAll(List.of("-nostartfiles", "-T" + test("emulator/small.ld"), "-I" + folder));
        flags.addAll(List.of("-ffunction-sections", "-Wl,--gc-sections"));
        flags.addAll(more);
        run(folder, compiler("arm-none-eabi-gcc", flags, sources, output));
    }

    /** The command that starts such a program. */
    static List<String> small(String program) {
        return machine("stm32vldiscovery", program);
    }

    /** The command that starts a program that {@link #crossCompile} made. */
    static List<String> emulator(Core core, String program, List<String> more) {
        var command = new ArrayList<>(machine(core.machine, program));
        command.addAll(more);
        return command;
    }

    private static List<String> machine(String name, String program) {
        return List.of(
                "qemu-system-arm",
                "-M",
                name,
                "-display",
                "none",
                "-serial",
                "none",
                "-monitor",
                "none",
                "-kernel",
                program,
                "-semihosting-config",
                "enable=on,target=native,arg=program,arg=in,arg=out");
    }

    static void require(Path folder, String program) throws InterruptedException {
        assumeTrue(
                starts(folder, List.of(program, "--version")) || "true".equals(System.getenv("CI")),
                program + " is not installed: nothing to compare with");
    }

    private static List<String> sources() throws IOException {
        return sources("parity.c");
    }

    /** A file of the C tests. */
    static String test(String name) {
        return TESTS.resolve(name).toString();
    }

    /** A test's main program and the whole runtime. */
    static List<String> sources(String main) throws IOException {
        var files = new ArrayList<>(List.of(test(main)));
        if (main.equals("parity.c")) {
            files.add(test("parity_parts.c"));
        }
        files.addAll(runtimeSources());
        return files;
    }

    /** The C files of the runtime. */
    static List<String> runtimeSources() throws IOException {
        var files = new ArrayList<String>();
        for (String line : Files.readAllLines(SOURCES.resolve("FILES"))) {
            if (line.endsWith(".c")) {
                files.add(SOURCES.resolve(line).toString());
            }
        }
        return files;
    }

    static List<String> compiler(String name, List<String> more, List<String> files, String output) {
        var folders = List.of("-I" + SOURCES.resolve("include"), "-I" + SOURCES.resolve("kernels"), "-I" + TESTS);
        return Stream.of(List.of(name), STRICT, more, folders, files, List.of("-o", output))
                .flatMap(List::stream)
                .toList();
    }

    /** Runs all cases in one process and compares what comes out. */
    void compare(List<? extends ParityCase> cases) throws IOException, InterruptedException {
        var sink = new ByteSink().int32(cases.size());
        cases.forEach(one -> one.write(sink));
        Files.write(folder.resolve("in"), sink.toArray());
        run(folder, command);
        var output = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out"))).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < cases.size(); i++) {
            try {
                cases.get(i).compare(output);
            } catch (AssertionError | BufferUnderflowException differs) {
                throw new AssertionError("case " + i + " of " + cases.size() + ": " + differs.getMessage(), differs);
            }
        }
        assertThat(output.hasRemaining()).isFalse();
    }

    static boolean starts(Path folder, List<String> command) throws InterruptedException {
        try {
            return exitCode(folder, command) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        int exit = exitCode(folder, command);
        assertThat(exit).as(Files.readString(folder.resolve("log"))).isZero();
    }

    /** The first line that a command writes. */
    static String firstLine(Path folder, List<String> command) throws IOException, InterruptedException {
        run(folder, command);
        return Files.readAllLines(folder.resolve("log")).getFirst();
    }

    private static int exitCode(Path folder, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .put("ASAN_OPTIONS", "detect_leaks=0"); // leak detection needs rights that a container lacks
        var process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end");
        }
        return process.exitValue();
    }
}
