package org.ethotag.flash.virtual;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ethotag.problem.ProblemException;

/** A program of {@code src/test/c/firmware} around parts of the reference tag. */
final class FirmwareProgram {
    private static final Path SOURCES = Path.of("src/main/firmware").toAbsolutePath();
    private static final Path RUNTIME = Path.of("src/main/c").toAbsolutePath();
    private static final Path TESTS = Path.of("src/test/c/firmware").toAbsolutePath();
    private static final List<String> STRICT = List.of(
            "-std=c99", "-O1", "-g", "-Wall", "-Wextra", "-Wconversion", "-Wpedantic", "-Werror", "-fno-tree-reassoc");
    private static final List<String> SANITIZERS = List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all");

    /** Parts that only exist on the board. */
    private static final List<String> BOARD = List.of("startup.c", "board_mps2.c", "main.c", "classify.c");

    private final Path folder;
    private final List<String> start;

    private FirmwareProgram(Path folder, List<String> start) {
        this.folder = folder;
        this.start = start;
    }

    /**
     * For this computer, with as many sanitizers as it has.
     *
     * @param parts sources of the tag and of its runtime that the test needs; none for all but the board
     */
    static FirmwareProgram onTheComputer(Path folder, List<String> tests, List<String> parts) throws IOException {
        require("gcc");
        compile(
                folder,
                "gcc",
                sanitizers(folder),
                tests,
                name -> parts.isEmpty() ? !BOARD.contains(name) : parts.contains(name));
        // leak detection needs rights that a container lacks
        return new FirmwareProgram(folder, List.of("env", "ASAN_OPTIONS=detect_leaks=0", "./program"));
    }

    /** For an emulated processor, with the tag's own start. */
    static FirmwareProgram emulated(Path folder, EmulatedCore core, List<String> tests, List<String> parts)
            throws IOException {
        EmulatedForm.requireTools();
        var flags = List.of(
                "-mthumb",
                "-mcpu=" + core.processor(),
                "-nostartfiles",
                "--specs=nano.specs",
                "-T" + SOURCES.resolve("mps2.ld"));
        compile(folder, "arm-none-eabi-gcc", flags, tests, parts::contains);
        return new FirmwareProgram(
                folder, EmulatedForm.alone(core, "program", "-semihosting-config", "enable=on,target=native"));
    }

    private static void require(String program) {
        assumeTrue(
                EmulatedProcess.installed(program) || "true".equals(System.getenv("CI")),
                program + " is not installed: nothing to compile with");
    }

    private static List<String> sanitizers(Path folder) throws IOException {
        Path trial = Files.writeString(folder.resolve("trial.c"), "int main(void) { return 0; }\n");
        var command = new ArrayList<>(List.of("gcc", trial.toString(), "-o", "trial"));
        command.addAll(SANITIZERS);
        try {
            EmulatedProcess.run(command, folder, folder.resolve("log"));
            EmulatedProcess.run(
                    List.of("env", "ASAN_OPTIONS=detect_leaks=0", "./trial"), folder, folder.resolve("log"));
            return SANITIZERS;
        } catch (ProblemException _) {
            return List.of();
        }
    }

    private static void compile(
            Path folder, String compiler, List<String> flags, List<String> tests, Predicate<String> parts)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(compiler);
        command.addAll(STRICT);
        command.addAll(flags);
        command.addAll(List.of("-I" + SOURCES, "-I" + TESTS, "-I" + RUNTIME.resolve("include")));
        command.add("-I" + RUNTIME.resolve("kernels"));
        tests.forEach(name -> command.add(TESTS.resolve(name).toString()));
        addSources(command, SOURCES, parts);
        addSources(command, RUNTIME, parts);
        command.addAll(List.of("-o", "program"));
        EmulatedProcess.run(command, folder, folder.resolve("log"));
    }

    private static void addSources(List<String> command, Path sources, Predicate<String> parts) throws IOException {
        Files.readAllLines(sources.resolve("FILES")).stream()
                .filter(name -> name.endsWith(".c")
                        && parts.test(Path.of(name).getFileName().toString()))
                .forEach(name -> command.add(sources.resolve(name).toString()));
    }

    /** Runs it to its end. @return what it says; a status other than 0 is a problem that says so too */
    String run(Object... words) throws IOException {
        var command = new ArrayList<>(start);
        for (Object word : words) {
            command.add(word.toString());
        }
        Path log = folder.resolve("said");
        EmulatedProcess.run(command, folder, log);
        return Files.readString(log).strip();
    }
}
