package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ethotag.Ethotag;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program told to end, as by Ctrl+C, while it works. */
@Timeout(120)
class InterruptedProgramTest {
    @TempDir
    private Path folder;

    private Path study;
    private Path temporary;

    @BeforeEach
    void makeAStudy() throws IOException {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "only where a process can be asked to end");
        study = folder.resolve("study");
        temporary = Files.createDirectory(folder.resolve("tmp"));
        var files = new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofMinutes(4)))
                .writeAll(folder.resolve("raw"), JobMonitor.unwatched())
                .subList(0, 2);
        var user = new UserFolder(folder.resolve("user"));
        var run = CommandRun.of(user, "import", study, files.get(0), files.get(1), "--name-pattern", "(?<animal>\\w+)");
        assertEquals(0, run.exitCode(), run.err());
    }

    @Test
    void crossValidationTakesItsWorkersAndItsFolderAlong() throws IOException, InterruptedException {
        var program = start("crossvalidate", study, "--processes", 2, "--epochs", 500, "--samples", 128);
        waitFor("Fold ", program);
        var workers = program.descendants().toList();
        assertThat(workers).isNotEmpty();
        assertEnds(program);
        for (ProcessHandle worker : workers) {
            assertThat(worker.isAlive()).isFalse();
        }
        assertNothingStays();
    }

    @Test
    void whatAKilledCrossValidationLeavesIsClearedUpByTheNext() throws IOException, InterruptedException {
        var killed = start("crossvalidate", study, "--processes", 2, "--epochs", 500, "--samples", 128);
        waitFor("Fold ", killed);
        var workers = killed.descendants().toList();
        killed.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().join(); // by itself: a worker does not outlive who started it
        }
        assertThat(temporary).isNotEmptyDirectory();
        var next = start("crossvalidate", study, "--processes", 2, "--epochs", 500, "--samples", 128);
        waitFor("Fold ", next);
        assertEnds(next);
        assertNothingStays();
    }

    @Test
    void aTeacherThatIsNotReadyIsNotKept() throws IOException, InterruptedException {
        var program = start("train", study, "--epochs", 500, "--samples", 128, "--width", 0.0625);
        waitFor("epoch 1 of 500", program);
        assertEnds(program);
        assertNothingStays();
    }

    private void assertEnds(Process program) throws IOException, InterruptedException {
        program.destroy();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        assertThat(Files.readString(errors())).contains("Stopped. Nothing half-done was kept.");
    }

    private void assertNothingStays() throws IOException {
        try (var files = Files.list(temporary)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("ethotag")))
                    .isEmpty();
        }
        try (var project = Project.open(study)) {
            assertThat(project.readOnly()).isFalse();
            assertThat(project.runs()).isEmpty();
        }
    }

    /** Until the program has said something. */
    private void waitFor(String words, Process program) throws IOException, InterruptedException {
        while (!Files.readString(errors()).contains(words)) {
            assertThat(program.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(() -> "the program ended by itself")
                    .isFalse();
        }
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }

    private Process start(Object... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dai.djl.offline=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Dethotag.user=" + folder.resolve("user"),
                "-cp",
                System.getProperty("java.class.path"),
                Ethotag.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(errors().toFile())
                .start();
    }
}
