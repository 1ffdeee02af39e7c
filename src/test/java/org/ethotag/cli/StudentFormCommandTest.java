package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethotag.model.ModelFile;
import org.ethotag.model.NetworkSpec;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.testkit.SampleStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Students with an input perceptron and another perceptron, from the option to the copied command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudentFormCommandTest {
    @TempDir
    private static Path folder;

    private static final List<String> SHORT = List.of("--batch", "16", "--seed", "1");

    private Path study;

    @BeforeAll
    void trainOnce() throws IOException {
        study = folder.resolve("study");
        SampleStudy.createRecorded(study, "Study", folder.resolve("raw"));
        done(with("train", "--samples", "64", "--stride", "1024", "--width", "0.0625", "--epochs", "1"));
        done(with(
                "distil",
                "--teacher",
                "teacher-1",
                "--hidden",
                "4",
                "--perceptron",
                "7",
                "--input-perceptron",
                "--epochs",
                "1"));
        done(with("distil", "--teacher", "teacher-1", "--hidden", "4", "--epochs", "1"));
    }

    @Test
    void theStudentHasTheLayersThatWereAskedFor() {
        try (var project = Project.open(study)) {
            for (String file : List.of("student.model", "distilled.model")) {
                var model = ModelFile.student(project.runFile("student-1", file));
                assertEquals(NetworkSpec.student(4, 4, 7, model.classes().size()), model.spec());
            }
        }
    }

    @Test
    void theManifestSaysSoAndThatOfAUsualStudentIsWhatItWas() {
        assertThat(settings("student-1")).containsEntry("student.input", "4").containsEntry("student.perceptron", "7");
        assertThat(settings("student-2"))
                .containsEntry("student.perceptron", "16")
                .doesNotContainKey("student.input");
    }

    @Test
    void itIsMadeAgainByteForByte() {
        done("verify-run", study.toString(), "--run", "student-1");
    }

    @Test
    void theMethodsParagraphSaysSo() {
        assertThat(done("methods", study.toString(), "--run", "student-1").out())
                .contains("one GRU layer of 4 units")
                .contains("fed sample by sample by a dense layer of 4 units with ReLU, and a perceptron of 7 units");
        assertThat(done("methods", study.toString(), "--run", "student-2").out())
                .contains(
                        "one GRU layer of 4 units (reset gate after the recurrent product) and a perceptron of 16 units");
    }

    @Test
    void theCopiedCommandMakesTheSameStudent() {
        var copied = done("log", study.toString(), "--commands")
                .out()
                .lines()
                .filter(line -> line.contains("distil") && line.contains("--perceptron=7"))
                .findFirst()
                .orElseThrow();
        assertThat(copied).contains("--hidden=4").contains("--input-perceptron=4");
        var options = Arrays.stream(copied.split(" "))
                .filter(word -> word.startsWith("--"))
                .toList();
        done(Stream.concat(Stream.of("distil", study.toString()), options.stream())
                .toArray());
        try (var project = Project.open(study)) {
            var last = project.runs().getLast().id();
            assertThat(project.runFile(last, "distilled.model"))
                    .isEqualTo(project.runFile("student-1", "distilled.model"));
        }
    }

    @Test
    void itBecomesIntegersLikeAnyOther() {
        var quantized = done("quantize", study.toString(), "--student", "student-1", "--json")
                .json();
        var run = quantized.get("run").asText();
        done("verify-run", study.toString(), "--run", run);
    }

    @Test
    void aSweepTriesStudentsOfThatFormAndEachIsAsWideAtItsInputAsItsGru() {
        done(
                "sweep",
                study.toString(),
                "--samples",
                "64",
                "--stride",
                "2048",
                "--hidden",
                "2,4",
                "--sources",
                "none",
                "--seeds",
                "1",
                "--input-perceptron",
                "--teacher-steps",
                "1",
                "--student-steps",
                "1",
                "--width",
                "0.0625",
                "--batch",
                "16");
        assertThat(settings("sweep-1"))
                .containsEntry("student.input", "hidden")
                .doesNotContainKey("student.perceptron");
        done("verify-run", study.toString(), "--run", "sweep-1");
        assertThat(done("methods", study.toString(), "--run", "sweep-1").out())
                .contains("a dense layer of as many units with ReLU");
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeTheStudyIsOpened() {
        for (String command : List.of("distil", "crossvalidate", "sweep")) {
            for (String[] wrong : new String[][] {
                {"--perceptron", "0"},
                {"--perceptron", "1025"},
                {"--input-perceptron", "0"},
                {"--input-perceptron", "1025"},
                {"--input-perceptron", "wide"}
            }) {
                var words = command.equals("distil")
                        ? new Object[] {command, folder.resolve("none"), "--teacher", "t", wrong[0], wrong[1]}
                        : new Object[] {command, folder.resolve("none"), wrong[0], wrong[1]};
                var run = CommandRun.of(words);
                assertEquals(2, run.exitCode(), command + " " + String.join(" ", wrong) + ": " + run.err());
            }
        }
    }

    private Object[] with(String command, String... options) {
        return Stream.of(Stream.of(command, study.toString()), Arrays.stream(options), SHORT.stream())
                .flatMap(words -> words)
                .toArray();
    }

    private Map<String, String> settings(String run) {
        try (var project = Project.open(study)) {
            return project.run(run).map(RunManifest::settings).orElseThrow();
        }
    }

    private static CommandRun done(Object... words) {
        var run = CommandRun.of(words);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }
}
