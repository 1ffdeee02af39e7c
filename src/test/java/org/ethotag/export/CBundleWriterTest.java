package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CBundleWriterTest {
    @TempDir
    Path folder;

    @Test
    void theFolderCompilesByItselfAndItsGoldenWindowsAreEqual() throws IOException, InterruptedException {
        CBundleWriter.write(Images.payload(1, 16), folder);
        assertThat(compiledAndRun())
                .isEqualTo("0 model " + Images.blob(1).modelId() + ": 16 of 16 golden windows equal");
    }

    @Test
    void aWrongLogitIsFound() throws IOException, InterruptedException {
        var payload = Images.payload(1, 16);
        CBundleWriter.write(payload, folder);
        String first = String.valueOf(payload.golden().windows().getFirst().logits()[0]);
        Path golden = folder.resolve("golden.c");
        Files.writeString(golden, Files.readString(golden).replaceFirst(first, "1"));
        assertThat(compiledAndRun())
                .isEqualTo("1 model " + Images.blob(1).modelId() + ": 15 of 16 golden windows equal");
    }

    @Test
    void aBundleWithoutWindowsStillTestsItself() throws IOException, InterruptedException {
        var blob = Images.blob(2);
        CBundleWriter.write(new ImagePayload(blob, GoldenWindows.none(blob)), folder);
        assertThat(compiledAndRun()).isEqualTo("0 model " + blob.modelId() + ": 0 of 0 golden windows equal");
    }

    /** Exit code and output of the bundle's own program, compiled as its README says. */
    private String compiledAndRun() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/gcc")) || "true".equals(System.getenv("CI")),
                "gcc is not installed: nothing to compile with");
        var command = new ArrayList<>(List.of(
                "gcc",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Wconversion",
                "-Wpedantic",
                "-Werror",
                "-Iinclude",
                "-Ikernels"));
        try (var sources = Files.walk(folder)) {
            sources.filter(file -> file.toString().endsWith(".c"))
                    .map(Path::toString)
                    .forEach(command::add);
        }
        command.addAll(List.of("-o", "check"));
        assertThat(started(command)).startsWith("0");
        return started(List.of(folder.resolve("check").toString()));
    }

    private String started(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return (process.exitValue() + " " + Files.readString(log)).strip();
    }

    @Test
    void writingTwiceGivesTheSameBytes() {
        var once = CBundleWriter.files(Images.payload(3, 16));
        var again = CBundleWriter.files(Images.payload(3, 16));
        assertThat(again.keySet()).isEqualTo(once.keySet());
        again.forEach((name, content) -> assertThat(content).as(name).isEqualTo(once.get(name)));
    }

    @Test
    void itHoldsTheModelTheWindowsAndTheWholeRuntime() throws IOException {
        var payload = Images.payload(4, 16);
        var files = CBundleWriter.files(payload);
        assertThat(ModelBlob.parse(file(files, "model.gruq"))).isEqualTo(payload.blob());
        assertThat(GoldenWindows.parse(file(files, "golden.gruw"))).isEqualTo(payload.golden());
        for (String name : Files.readAllLines(Path.of("src/main/c/FILES"))) {
            assertThat(file(files, name))
                    .isEqualTo(Files.readAllBytes(Path.of("src/main/c").resolve(name)));
        }
        assertThat(new String(file(files, "README.md"), StandardCharsets.UTF_8))
                .contains(payload.blob().modelId(), "0. class 0", "| state | 8 | int16, 15 fraction bits |");
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblem() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");
        assertProblem(ExportProblem.FILE_UNWRITABLE, () -> CBundleWriter.write(Images.payload(5, 2), occupied));
    }

    @Test
    void theListOfTheRuntimeNamesEveryFileOfIt() throws IOException {
        Path sources = Path.of("src/main/c");
        try (var found = Files.walk(sources)) {
            var names = found.filter(Files::isRegularFile)
                    .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith("include/") || name.startsWith("kernels/"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(sources.resolve("FILES"))).isEqualTo(names);
        }
    }
}
