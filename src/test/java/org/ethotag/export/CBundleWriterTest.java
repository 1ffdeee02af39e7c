package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.export.Problems.assertProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.export.image.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CBundleWriterTest {
    private static final String NO_ACCELEROMETER =
            "no accelerometer: give the device tree an alias accel0, and set CONFIG_SENSOR";

    @TempDir
    Path folder;

    @Test
    void theFolderCompilesByItselfAndItsGoldenWindowsAreEqual() throws IOException, InterruptedException {
        CBundleWriter.write(Images.payload(1, 16), folder);
        assertThat(new BundleBuild(folder).check(CRuntime.sanitizers(folder)))
                .isEqualTo("0 model " + id(1) + ": 16 of 16 golden windows equal");
    }

    @Test
    void makeChecksAndChecksAgainUnderTheSanitizers() throws IOException, InterruptedException {
        CBundleWriter.write(Images.payload(1, 16), folder);
        boolean sanitizers = !CRuntime.sanitizers(folder).isEmpty();
        Files.delete(folder.resolve("trial.c"));
        var build = new BundleBuild(folder);
        String equal = "0 model " + id(1) + ": 16 of 16 golden windows equal";
        assertThat(build.make()).isEqualTo(equal);
        assertThat(imports(folder.resolve("check"))).doesNotContain("__asan_");
        if (sanitizers) {
            assertThat(build.make("SANITIZE=1")).isEqualTo(equal);
            assertThat(imports(folder.resolve("check"))).contains("__asan_", "__ubsan_");
        }
    }

    /** Everything in a program that could be a name. */
    private static String imports(Path program) throws IOException {
        return new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void theCheckPassesOnEmulatedCores(Core core) throws IOException, InterruptedException {
        CBundleWriter.write(Images.payload(1, 16), folder);
        assertThat(new BundleBuild(folder).check(core))
                .isEqualTo("0 model " + id(1) + ": 16 of 16 golden windows equal");
    }

    @Test
    void aWrongLogitIsFound() throws IOException, InterruptedException {
        var payload = Images.payload(1, 16);
        CBundleWriter.write(payload, folder);
        String first = String.valueOf(payload.golden().windows().getFirst().logits()[0]);
        Path golden = folder.resolve("golden.c");
        Files.writeString(golden, Files.readString(golden).replaceFirst(first, "1"));
        assertThat(new BundleBuild(folder).check(List.of()))
                .isEqualTo("1 model " + id(1) + ": 15 of 16 golden windows equal");
    }

    @Test
    void aBundleWithoutWindowsStillTestsItself() throws IOException, InterruptedException {
        var blob = Images.blob(2);
        CBundleWriter.write(new ImagePayload(blob, GoldenWindows.none(blob)), folder);
        assertThat(new BundleBuild(folder).check(List.of()))
                .isEqualTo("0 model " + id(2) + ": 0 of 0 golden windows equal");
    }

    @Test
    void theStudentBeforeQuantizationGivesTheSameClasses() throws IOException, InterruptedException {
        CBundleWriter.write(CBundleWriter.files(Images.payload(1, 16), Images.student(1)), folder);
        assertThat(new BundleBuild(folder).compare())
                .startsWith("0 float32: 16 of 16 golden windows get the same class, logits differ by at most 0.0");
    }

    @Test
    void asAZephyrModuleItProvesItselfAndClassifies() throws IOException, InterruptedException {
        CBundleWriter.write(Images.payload(1, 16), folder);
        var build = new BundleBuild(folder);
        String proof = "0 model " + id(1) + ", golden windows: 16 of 16 equal\n";
        assertThat(build.zephyr("")).isEqualTo(proof + NO_ACCELEROMETER);
        // 100 samples in windows of 32 with a stride of 16 end at 32, 48, 64, 80, 96
        assertThat(build.zephyr("accelerometer.conf")).matches(proof + "(class \\d\\s*){5}");
    }

    @Test
    void aZephyrBuildForOneLayoutRefusesModelsOfOthers() throws IOException, InterruptedException {
        CBundleWriter.write(Images.payload(1, 16), folder);
        Path sample = folder.resolve("zephyr/samples/classify");
        Files.writeString(sample.resolve("blocks.conf"), "CONFIG_ETHOTAG_LAYOUT_BLOCKS=y\n");
        Files.writeString(sample.resolve("words.conf"), "CONFIG_ETHOTAG_LAYOUT_WORDS=y\n");
        var build = new BundleBuild(folder);
        assertThat(build.zephyr("blocks.conf")).startsWith("0 model " + id(1) + ", golden windows: 16 of 16 equal");
        assertThat(build.zephyr("words.conf")).isEqualTo("1 model " + id(1) + ": status 7");
    }

    @Test
    void theReadmeSaysTheInstructionsThatWereCounted() {
        String readme = new String(
                Objects.requireNonNull(
                        CBundleWriter.files(Images.payload(1, 16)).get("README.md")),
                StandardCharsets.UTF_8);
        for (CountedCore core : CountedCore.values()) {
            var counts = core.fixed(16, WeightLayout.forCore(core.word()));
            assertThat(readme)
                    .contains(String.format(
                            Locale.ROOT,
                            "| %s, int16, layout %d | %.2f | %.2f | %.2f |\n",
                            core.title(),
                            WeightLayout.forCore(core.word()).id(),
                            counts.get(0) / 1e6,
                            counts.get(1) / 1e6,
                            counts.get(2) / 1e6));
        }
    }

    private static String id(long seed) {
        return Images.blob(seed).modelId();
    }

    @Test
    void writingTwiceGivesTheSameBytes() {
        var once = CBundleWriter.files(Images.payload(3, 16), Images.student(3));
        var again = CBundleWriter.files(Images.payload(3, 16), Images.student(3));
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
    void itHoldsEveryFileOfTheZephyrModuleAndTheLicence() throws IOException {
        var files = CBundleWriter.files(Images.payload(4, 16));
        Path sources = Path.of("src/main/c");
        try (var found = Files.walk(sources.resolve("zephyr"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = sources.relativize(file).toString().replace('\\', '/');
                assertThat(file(files, name)).as(name).isEqualTo(Files.readAllBytes(file));
            }
        }
        assertThat(file(files, "LICENSE")).isEqualTo(Files.readAllBytes(Path.of("LICENSE")));
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
