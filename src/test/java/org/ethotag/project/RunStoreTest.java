package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final byte[] WEIGHTS = {1, 2, 3};
    private static final RunManifest RUN = new RunManifest(
            "distil-1",
            "distil",
            ProjectTest.NOON,
            Map.of("temperature", "4", "alpha", "0.5"),
            Map.of("teacher", "teacher-1"),
            -42,
            Map.of("ethotag", "0.1.0"));
    private static final List<Score> SCORES = List.of(
            new Score("student", "f1 drinking", Double.NaN),
            new Score("student", "mcc", 0.9),
            new Score("teacher", "mcc", 0.91));

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder, "runs");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void reopen() {
        project.close();
        project = Project.open(folder);
    }

    private static ProjectProblem problem(Runnable work) {
        return (ProjectProblem)
                assertThrows(ProblemException.class, work::run).problem().code();
    }

    @Test
    void runsOfTheSameSecondStayInTheOrderInWhichTheyWereKept() {
        for (String id : List.of("teacher-1", "student-1", "quantized-1")) {
            project.saveRun(
                    new RunManifest(
                            id, RUN.kind(), RUN.made(), RUN.settings(), RUN.inputs(), RUN.seed(), RUN.versions()),
                    Map.of(),
                    List.of());
        }
        reopen();
        assertThat(project.runs()).extracting(RunManifest::id).containsExactly("teacher-1", "student-1", "quantized-1");
    }

    @Test
    void aRunIsThereAfterReopeningWithFilesAndScores() {
        project.saveRun(RUN, Map.of("weights", WEIGHTS, "curve.csv", new byte[0]), SCORES);
        reopen();
        assertEquals(List.of(RUN), project.runs());
        assertEquals(Optional.of(RUN), project.run("distil-1"));
        assertEquals(List.of("curve.csv", "weights"), project.runFiles("distil-1"));
        assertArrayEquals(WEIGHTS, project.runFile("distil-1", "weights"));
        assertEquals(SCORES, project.scores("distil-1"));
    }

    @Test
    void scoresCanBeReadBySql() throws SQLException {
        project.saveRun(RUN, Map.of(), SCORES);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.ethotag"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT r.kind, s.value FROM scores s JOIN runs r ON r.id = s.run"
                        + " WHERE s.model = 'student' AND s.metric = 'mcc'")) {
            assertEquals("distil", rows.getString(1));
            assertEquals(0.9, rows.getDouble(2), 0);
        }
    }

    @Test
    void aRunIsNeverOverwritten() {
        project.saveRun(RUN, Map.of("weights", WEIGHTS));
        assertThrows(IllegalArgumentException.class, () -> project.saveRun(RUN, Map.of("weights", new byte[9])));
        assertArrayEquals(WEIGHTS, project.runFile("distil-1", "weights"));
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> project.saveRun(RUN, Map.of("../out", WEIGHTS)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RunManifest("../x", "k", ProjectTest.NOON, Map.of(), Map.of(), 0, Map.of()));
        assertEquals(List.of(), project.runs());
    }

    @Test
    void twoScoresForOneThingLeaveNoRun() {
        var twice = List.of(new Score("student", "mcc", 1), new Score("student", "mcc", 0));
        assertThrows(ProblemException.class, () -> project.saveRun(RUN, Map.of("weights", WEIGHTS), twice));
        assertEquals(List.of(), project.runs());
        assertThat(folder.resolve("runs")).isEmptyDirectory();
        project.saveRun(RUN, Map.of("weights", WEIGHTS), SCORES);
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException {
        project.saveRun(RUN, Map.of("weights", WEIGHTS));
        Files.write(folder.resolve("runs/distil-1/weights"), new byte[] {1, 2, 4});
        assertEquals(ProjectProblem.RUN_FILE_CHANGED, problem(() -> project.runFile("distil-1", "weights")));
        Files.delete(folder.resolve("runs/distil-1/weights"));
        assertEquals(ProjectProblem.RUN_FILE_MISSING, problem(() -> project.runFile("distil-1", "weights")));
        assertEquals(ProjectProblem.RUN_FILE_MISSING, problem(() -> project.runFile("distil-1", "other")));
    }

    @Test
    void aDeletedRunLeavesNothing() {
        project.saveRun(RUN, Map.of("weights", WEIGHTS), SCORES);
        project.deleteRun("distil-1");
        assertEquals(List.of(), project.runs());
        assertEquals(List.of(), project.scores("distil-1"));
        assertThat(folder.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftUnfinishedIsSwept() throws IOException {
        Files.write(Files.createDirectories(folder.resolve("runs/.saving-x")).resolve("weights"), WEIGHTS);
        reopen();
        assertThat(folder.resolve("runs")).isEmptyDirectory();
        assertEquals(List.of(), project.runs());
    }

    @Test
    void aRunThatACrashKeptFromBeingListedIsListedOnOpening() {
        project.saveRun(RUN, Map.of("weights", WEIGHTS), SCORES);
        project.close();
        try (var database = Database.writable(folder, folder.resolve("study.ethotag"))) {
            database.write(() -> database.update("DELETE FROM runs"));
        }
        project = Project.open(folder);
        assertEquals(List.of(RUN), project.runs());
        assertEquals(SCORES, project.scores("distil-1"));
        assertArrayEquals(WEIGHTS, project.runFile("distil-1", "weights"));
    }

    @Test
    void aRunThatACrashKeptFromGoingGoesOnOpening() throws IOException {
        project.saveRun(RUN, Map.of("weights", WEIGHTS), SCORES);
        project.close();
        Files.move(folder.resolve("runs/distil-1"), folder.resolve("runs/.deleting-distil-1"));
        project = Project.open(folder);
        assertEquals(List.of(), project.runs());
        assertThat(folder.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNoRunIsReportedAndLeft() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("runs/mine")).resolve("manifest.json"), "{}");
        reopen();
        assertEquals(
                List.of(ProjectProblem.RUN_UNREADABLE),
                project.notices().stream().map(notice -> notice.code()).toList());
        assertThat(folder.resolve("runs/mine")).isNotEmptyDirectory();
    }
}
