package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "import",
                "labels",
                "windows",
                "train",
                "distil",
                "crossvalidate",
                "evaluate",
                "quantize",
                "export",
                "classify",
                "tags",
                "flash",
                "virtual-tag",
                "doctor",
                "open"
            })
    void everyCommandHasHelp(String command) {
        var run = CommandRun.of(command, "--help");
        assertEquals(0, run.exitCode());
        assertThat(run.out()).contains("ethotag " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "import",
                "windows study --purity 2",
                "train study --architecture transformer",
                "distil study",
                "crossvalidate study --students some",
                "crossvalidate study --folds few",
                "crossvalidate study --epochs 0",
                "crossvalidate study --student-epochs 0",
                "crossvalidate study --hidden 0",
                "crossvalidate study --hidden 8,8",
                "crossvalidate study --hidden 1000000",
                "crossvalidate study --width 3",
                "crossvalidate study --alpha 3",
                "crossvalidate study --temperature NaN",
                "crossvalidate study --processes 0",
                "crossvalidate study --weights 17",
                "crossvalidate study --weights 1",
                "crossvalidate study --quantization-aware --students no-kd",
                "crossvalidate study --aware-epochs 0",
                "crossvalidate study --weights 8,8",
                "crossvalidate study --seeds 1,1",
                "crossvalidate study --seeds one",
                "distil study --teacher t --hidden 1000000",
                "distil study --teacher t --quantization-aware --weights 4",
                "distil study --teacher t --aware-epochs 0",
                "train study --epochs 0",
                "quantize study --student s --weights 17",
                "flash",
                "virtual-tag --fault unheard-of --link x"
            })
    void wrongUsageEndsWithTwo(String line) {
        var run = CommandRun.of((Object[]) line.split(" "));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void aProblemOfTheOutsideWorldEndsWithOneAndThreeLines() {
        var run = CommandRun.of("windows", folder.resolve("nowhere"), "--json");
        assertEquals(1, run.exitCode());
        assertEquals("", run.out());
        assertThat(run.err().lines().toList())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void aRowThatIsNoNumberIsNamedByFileLineAndColumnAndNothingStays() throws IOException {
        var file = folder.resolve("raw.csv");
        Files.writeString(file, "x,y,z\n0.1,0.2,0.9\n0.1,oops,0.9\n");
        var study = folder.resolve("study");
        var run = CommandRun.of("import", study, file, "--animal", "a", "--rate", 10, "--unit", "g");
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("raw.csv", "3", "oops");
        try (var traces = Files.list(study.resolve("traces"))) {
            assertEquals(List.of(), traces.toList());
        }
    }

    @Test
    void doctorNamesEverythingItLookedAt() {
        var run = CommandRun.of("doctor", "--json");
        assertThat(run.exitCode()).isIn(0, 1);
        assertThat(run.json().get("checks"))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.get("works").asBoolean()
                                || !check.get("advice").asText().isBlank())
                        .isTrue());
    }

    @Test
    void theVersionIsTold() {
        assertThat(CommandRun.of("--version").out()).startsWith("Ethotag");
    }
}
