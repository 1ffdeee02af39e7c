package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links in a study that came from someone else lead nowhere. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there only administrators make links")
class SymbolicLinksTest {
    private static final byte[] PRECIOUS = "mine".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path scratch;

    private Path study;
    private Path elsewhere;

    @BeforeEach
    void create() throws IOException {
        study = scratch.resolve("study");
        StrangeStudy.create(study);
        elsewhere = Files.createDirectories(scratch.resolve("elsewhere"));
    }

    /** Folders of somebody else, with files in them that our tidying would take for its own. */
    @TestFactory
    Stream<DynamicTest> aFolderOfTheStudyThatIsALinkIsRefusedAndWhatLiesThereStays() {
        return Stream.of("traces", "runs", "backups")
                .map(part -> DynamicTest.dynamicTest(part, () -> {
                    var target = Files.createDirectories(elsewhere.resolve(part));
                    var precious = List.of(
                            target.resolve("photos.trace.part"),
                            target.resolve("photos.trace"),
                            target.resolve(".saving-photos"),
                            target.resolve("study-20200101T000000000Z.ethotag"));
                    for (Path file : precious) {
                        Files.write(file, PRECIOUS);
                    }
                    var copy = scratch.resolve("copy of " + part);
                    StrangeStudy.copy(study, copy);
                    StrangeStudy.delete(copy.resolve(part));
                    Files.createSymbolicLink(copy.resolve(part), target);
                    assertThat(Refusals.linesOf(() -> Project.open(copy).close()))
                            .contains("\"" + part + "\"", "link");
                    for (Path file : precious) {
                        assertArrayEquals(PRECIOUS, Files.readAllBytes(file));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFileOfTheDatabaseThatIsALinkIsRefusedAndNotWritten() {
        return Stream.of("study.ethotag", "study.ethotag-wal", "study.ethotag-shm", "study.lock", "study.ethotag.new")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var target = Files.write(elsewhere.resolve("of " + name), PRECIOUS);
                    var copy = scratch.resolve("copy with " + name);
                    StrangeStudy.copy(study, copy);
                    Files.deleteIfExists(copy.resolve(name));
                    Files.createSymbolicLink(copy.resolve(name), target);
                    assertThat(Refusals.linesOf(() -> Project.open(copy).close()))
                            .contains("link");
                    assertArrayEquals(PRECIOUS, Files.readAllBytes(target));
                }));
    }

    @Test
    void aLinkThatLeadsNowhereIsRefusedToo() throws IOException {
        Files.deleteIfExists(study.resolve("study.lock"));
        Files.createSymbolicLink(study.resolve("study.lock"), elsewhere.resolve("made by opening"));
        assertThat(Refusals.linesOf(() -> Project.open(study).close())).contains("study.lock");
        assertThat(elsewhere.resolve("made by opening")).doesNotExist();
    }

    @Test
    void aFileOfARunThatIsALinkIsNotRead() throws IOException {
        var file = study.resolve("runs/teacher-1/teacher.model");
        var same = Files.move(file, elsewhere.resolve("same content"));
        Files.createSymbolicLink(file, same);
        try (var project = Project.open(study)) {
            assertThat(Refusals.linesOf(() -> project.runFile("teacher-1", "teacher.model")))
                    .contains("teacher.model", "link");
        }
    }

    @Test
    void aRunThatIsALinkIsNotTakenIn() throws IOException {
        Files.createDirectories(elsewhere.resolve("teacher-9"));
        Files.writeString(elsewhere.resolve("teacher-9/manifest.json"), """
                {"id": "teacher-9", "kind": "teacher", "made": "2026-11-22T12:00:00Z", "seed": 1}""");
        Files.createSymbolicLink(study.resolve("runs/teacher-9"), elsewhere.resolve("teacher-9"));
        try (var project = Project.open(study)) {
            assertEquals(
                    List.of("teacher-1"),
                    project.runs().stream().map(run -> run.id()).toList());
            assertThat(project.notices().toString()).contains("teacher-9");
        }
    }

    @Test
    void aTraceThatIsALinkIsNotOpened() throws IOException {
        String session = session();
        var file = study.resolve("traces/" + session + ".trace");
        Files.createSymbolicLink(file, Files.move(file, elsewhere.resolve("same.trace")));
        try (var project = Project.open(study)) {
            assertThat(Refusals.linesOf(() -> project.recordings().open(session).close()))
                    .contains("link");
        }
    }

    @Test
    void removingASessionWhoseTraceIsALinkLeavesTheTarget() throws IOException {
        String session = session();
        var file = study.resolve("traces/" + session + ".trace");
        Files.delete(file);
        var target = Files.write(elsewhere.resolve("photo"), PRECIOUS);
        Files.createSymbolicLink(file, target);
        try (var project = Project.open(study)) {
            project.removeSession(session);
        }
        assertArrayEquals(PRECIOUS, Files.readAllBytes(target));
        assertThat(file).doesNotExist();
    }

    @Test
    void aStudyThatLiesBehindALinkAsAWholeOpens() throws IOException {
        var link = Files.createSymbolicLink(scratch.resolve("shortcut"), study);
        StrangeStudy.readAll(link);
    }

    @Test
    void aBackupIsNotRestoredThroughALink() throws IOException {
        Path backup;
        try (var project = Project.open(study)) {
            backup = project.backUp();
        }
        var target = Files.write(elsewhere.resolve("photo"), PRECIOUS);
        Files.createSymbolicLink(study.resolve("study.ethotag.new"), target);
        assertThat(Refusals.linesOf(() -> Project.restore(study, backup))).contains("link");
        assertArrayEquals(PRECIOUS, Files.readAllBytes(target));
    }

    private String session() {
        try (var project = Project.open(study)) {
            return project.sessions().getFirst().id();
        } catch (ProblemException never) {
            throw new AssertionError(never);
        }
    }
}
