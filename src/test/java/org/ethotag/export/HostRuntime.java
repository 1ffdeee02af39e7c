package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The C runtime, compiled with the host's compiler and as many sanitizers as it has, run in a process of its own. */
final class HostRuntime {
    private static final Path SOURCES = Path.of("src/main/c");
    private static final Path HARNESS = Path.of("src/test/c/parity.c");
    private static final List<String> STRICT =
            List.of("-std=c99", "-O2", "-Wall", "-Wextra", "-Wconversion", "-Wpedantic", "-Werror");
    private static final List<String> SANITIZERS = List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all");
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final boolean sanitized;

    private HostRuntime(Path folder, boolean sanitized) {
        this.folder = folder;
        this.sanitized = sanitized;
    }

    /** One blob, whole or broken, and windows of one length for it, [sample][axis] each. */
    record Case(byte[] blob, List<short[][]> windows) {}

    /** What came out: per window states, logits, class and margin in a row. Empty unless the status is 0. */
    record Result(int status, int selfTest, List<int[]> windows) {}

    /** Compiles into a folder. Without a compiler the test is skipped, but under CI it fails. */
    static HostRuntime compiled(Path folder) throws IOException, InterruptedException {
        boolean compiler = runs(folder, List.of("gcc", "--version"));
        assumeTrue(compiler || "true".equals(System.getenv("CI")), "gcc is not installed: nothing to compare with");
        Path trial = Files.writeString(folder.resolve("trial.c"), "int main(void) { return 0; }\n");
        boolean sanitizers = runs(folder, command(SANITIZERS, List.of(trial.toString()), "trial"))
                && runs(folder, List.of(folder.resolve("trial").toString()));
        var files = new ArrayList<String>();
        for (String line : Files.readAllLines(SOURCES.resolve("FILES"))) {
            if (line.endsWith(".c")) {
                files.add(SOURCES.resolve(line).toAbsolutePath().toString());
            }
        }
        files.add(HARNESS.toAbsolutePath().toString());
        run(folder, command(sanitizers ? SANITIZERS : List.of(), files, "parity"));
        return new HostRuntime(folder, sanitizers);
    }

    boolean sanitized() {
        return sanitized;
    }

    private static List<String> command(List<String> more, List<String> files, String output) {
        return Stream.of(
                        List.of("gcc"),
                        STRICT,
                        more,
                        List.of(
                                "-I" + SOURCES.resolve("include").toAbsolutePath(),
                                "-I" + SOURCES.resolve("kernels").toAbsolutePath()),
                        files,
                        List.of("-o", output))
                .flatMap(List::stream)
                .toList();
    }

    /** Runs all cases in one process. */
    List<Result> run(List<Case> cases) throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Files.write(in, bytes(cases));
        run(folder, List.of(folder.resolve("parity").toString(), in.toString(), out.toString()));
        var read = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        var results = new ArrayList<Result>();
        for (Case one : cases) {
            results.add(result(one, read));
        }
        assertThat(read.hasRemaining()).isFalse();
        return results;
    }

    private static byte[] bytes(List<Case> cases) {
        var sink = new ByteSink().int32(cases.size());
        for (Case one : cases) {
            int length = one.windows().isEmpty() ? 0 : one.windows().getFirst().length;
            sink.int32(one.blob().length)
                    .int32(one.windows().size())
                    .int32(length)
                    .bytes(one.blob());
            for (short[][] window : one.windows()) {
                for (short[] sample : window) {
                    for (short value : sample) {
                        sink.int16(value);
                    }
                }
            }
        }
        return sink.toArray();
    }

    private static Result result(Case one, ByteBuffer read) {
        int status = read.getInt();
        if (status != 0) {
            return new Result(status, 0, List.of());
        }
        int selfTest = read.getInt();
        var header = ByteBuffer.wrap(one.blob()).order(ByteOrder.LITTLE_ENDIAN);
        int hidden = header.getShort(BlobFormat.AT_HIDDEN);
        int classes = header.getShort(BlobFormat.AT_CLASSES);
        var windows = new ArrayList<int[]>();
        for (int i = 0; i < one.windows().size(); i++) {
            int[] values = new int[hidden + classes + 2];
            for (int k = 0; k < values.length; k++) {
                values[k] = read.getInt();
            }
            windows.add(values);
        }
        return new Result(status, selfTest, windows);
    }

    private static boolean runs(Path folder, List<String> command) throws InterruptedException {
        try {
            return started(folder, command) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        int exit = started(folder, command);
        assertThat(exit).as(Files.readString(folder.resolve("log"))).isZero();
    }

    private static int started(Path folder, List<String> command) throws IOException, InterruptedException {
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
