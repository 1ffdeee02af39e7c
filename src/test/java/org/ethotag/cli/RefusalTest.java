package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What commands refuse, and that nothing is left behind then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusalTest {
    @TempDir
    private static Path folder;

    private UserFolder user;
    private Path study;
    private List<Path> files;

    @BeforeAll
    void makeAStudyWithATeacher() {
        user = new UserFolder(folder.resolve("user"));
        study = folder.resolve("a study with blanks");
        files = new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofMinutes(3)))
                .writeAll(folder.resolve("raw"), JobMonitor.unwatched());
        assertDone(run("import", study, files.get(0), files.get(1), "--name-pattern", "(?<animal>\\w+)"));
        assertDone(tiny("train", study, "--epochs", 1, "--width", 0.0625));
    }

    @Test
    void aRunThatIsNotThereIsNamedBesideThoseThatAre() {
        for (var command : List.of(
                List.of("distil", "--teacher"), List.of("quantize", "--student"), List.of("evaluate", "--run"))) {
            assertRefused(run(command.get(0), study, command.get(1), "nope"), "nope", "teacher-1");
        }
        assertRefused(
                run("export", study, "--quantized", "nope", "--out", folder.resolve("nothing")), "nope", "teacher-1");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void aStudyWithoutRunsSaysSo() {
        var empty = folder.resolve("empty");
        Project.create(empty, "Empty").close();
        assertRefused(run("evaluate", empty, "--run", "teacher-1"), "none yet");
    }

    @Test
    void aRunOfAnotherKindIsNamedWithItsKind() {
        assertRefused(run("quantize", study, "--student", "teacher-1"), "teacher-1", "student");
        assertRefused(
                run("export", study, "--quantized", "teacher-1", "--out", folder.resolve("nothing")),
                "teacher-1",
                "quantized");
    }

    @Test
    void aRunThatJudgedNobodyHasNothingToShow() {
        assertRefused(run("evaluate", study, "--run", "teacher-1"), "no predictions");
    }

    @Test
    void animalsThatARunLearntFromOrThatNobodyKnowsAreRefused() {
        assertRefused(run("evaluate", study, "--run", "teacher-1", "--animals", "cow01"), "cow01");
        assertRefused(run("evaluate", study, "--run", "teacher-1", "--animals", "cow77"), "cow77");
    }

    @Test
    void oneAnimalAloneCannotBeLeftOut() {
        var alone = folder.resolve("alone");
        assertDone(run("import", alone, files.get(0), "--animal", "cow01"));
        assertRefused(tiny("crossvalidate", alone), "cow01");
    }

    @Test
    void allAnimalsCannotBeHeldOut() {
        assertRefused(tiny("train", study, "--hold-out", "cow01,cow02"), "All animals", "cow02");
    }

    @Test
    void aClassThatNobodyHasIsNamed() {
        var classes = "flying=flying,other=*";
        assertRefused(tiny("train", study, "--classes", classes), "flying");
        assertRefused(tiny("crossvalidate", study, "--classes", classes), "flying");
    }

    @Test
    void aStudyThatSomebodyElseHasOpenIsRefusedBeforeTheWork() throws IOException {
        var labels = folder.resolve("labels-of-reader.csv");
        try (var _ = Project.open(study)) {
            for (var refused : List.of(
                    run("import", study, files.get(2), "--animal", "cow03"),
                    tiny("train", study, "--epochs", 1_000_000),
                    run("distil", study, "--teacher", "teacher-1", "--epochs", 1_000_000),
                    tiny("crossvalidate", study, "--epochs", 1_000_000))) {
                assertRefused(refused, "reading only");
                assertThat(refused.err()).as("no work was begun").doesNotContain("%");
            }
            assertDone(tiny("windows", study));
            assertDone(run("labels", "export", study, labels, "--session", "cow01"));
            assertRefused(run("labels", "import", study, labels, "--session", "cow01"), "reading only");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aStudyThatChangedSinceItsTeacherLearntIsNotDistilled() throws IOException {
        var labels = folder.resolve("labels.csv");
        assertDone(run("labels", "export", study, labels, "--session", "cow01"));
        var lines = Files.readAllLines(labels);
        Files.write(labels, lines.subList(0, lines.size() / 2));
        assertDone(run("labels", "import", study, labels, "--session", "cow01"));
        assertRefused(run("distil", study, "--teacher", "teacher-1"), "teacher-1", "changed");
    }

    private CommandRun run(Object... words) {
        return CommandRun.of(user, words);
    }

    private CommandRun tiny(Object... words) {
        return run(Stream.concat(Stream.of(words), Stream.of("--samples", 128)).toArray());
    }

    private static void assertDone(CommandRun run) {
        assertEquals(0, run.exitCode(), run.err());
    }

    private static void assertRefused(CommandRun run, String... words) {
        assertEquals(1, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertThat(run.err()).contains(words);
        assertThat(run.err().lines().filter(line -> !line.contains("%"))).hasSize(3);
    }
}
