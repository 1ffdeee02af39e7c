package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.Ethotag;
import org.ethotag.testkit.SampleStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A training whose program is killed is offered, taken up to the same bytes, or forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnfinishedCommandTest {
    private static final int EPOCHS = 40;

    @TempDir
    private static Path folder;

    private Path study;

    @BeforeAll
    void study() throws IOException {
        study = folder.resolve("study");
        SampleStudy.createRecorded(study, "Study", folder.resolve("raw"));
    }

    @Test
    void aKilledTrainingIsListedTakenUpAndComesOutAsIfNothingHadHappened() throws IOException {
        int told = killAfterTwoEpochs("5");
        var listed = done("unfinished", study, "--json").json().get("unfinished");
        assertEquals(1, listed.size());
        assertEquals("train", listed.get(0).get("kind").asText());
        assertThat(listed.get(0).get("epoch").asInt()).isBetween(told, EPOCHS - 1);
        assertEquals(EPOCHS, listed.get(0).get("epochs").asInt());
        var step = listed.get(0).get("step").asText();
        assertThat(done("unfinished", study).out())
                .contains("epoch " + listed.get(0).get("epoch"), "--resume STEP");
        var resumed = done("unfinished", study, "--resume", step, "--json").json();
        assertEquals("5", resumed.get("settings").get("teacher.seed").asText());
        assertThat(done("unfinished", study).out()).contains("Every training came to its end.");
        done("verify-run", study, "--run", resumed.get("run").asText());
        assertThat(kept()).isEmpty();
    }

    @Test
    void aKilledTrainingThatIsDiscardedIsOfferedNoMore() throws IOException {
        killAfterTwoEpochs("6");
        var step = done("unfinished", study, "--json")
                .json()
                .get("unfinished")
                .get(0)
                .get("step")
                .asText();
        done("unfinished", study, "--discard", step);
        assertThat(kept()).isEmpty();
        assertEquals(
                0, done("unfinished", study, "--json").json().get("unfinished").size());
        var again = run("unfinished", study, "--discard", step);
        assertEquals(1, again.exitCode());
        assertThat(again.err()).contains("Step " + step + " is no training that waits to be taken up");
        assertThat(done("log", study).out()).contains("stopped");
    }

    /** @return whole epochs that it had told */
    private int killAfterTwoEpochs(String seed) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Ethotag.class.getName()));
        for (Object word : training(seed)) {
            command.add(word.toString());
        }
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int told = 0;
        try (var lines = process.errorReader()) {
            while (told < 2) {
                var line = lines.readLine();
                if (line == null) {
                    throw new IOException("the program ended after " + told + " epochs");
                }
                told += line.contains(": loss ") ? 1 : 0;
            }
            process.destroyForcibly();
            process.onExit().join();
        }
        return told;
    }

    private Object[] training(String seed) {
        return new Object[] {
            "train",
            study,
            "--samples",
            "64",
            "--stride",
            "512",
            "--width",
            "0.0625",
            "--batch",
            "16",
            "--hold-out",
            "cow3",
            "--epochs",
            EPOCHS,
            "--seed",
            seed
        };
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(study.resolve("shelf"))) {
            return files.filter(file -> file.toString().endsWith(".unfinished")).toList();
        }
    }

    private static CommandRun run(Object... words) {
        return CommandRun.of(words);
    }

    private static CommandRun done(Object... words) {
        var run = run(words);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }
}
