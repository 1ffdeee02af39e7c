package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyOnDiskTest {
    private static final int NEWEST = Schema.current().version();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("study.ethotag");
        try (var project = Project.create(folder, "Ten cows")) {
            project.addSession(ProjectTest.session("s1"), bouts("0-100 graze", "100-200 rest"));
        }
    }

    private static Clock at(int day) {
        return Clock.fixed(Instant.parse("2030-01-01T00:00:00Z").plus(Duration.ofDays(day)), ZoneOffset.UTC);
    }

    private static ProjectProblem problem(Runnable work) {
        return (ProjectProblem)
                assertThrows(ProblemException.class, work::run).problem().code();
    }

    private void run(String sql) {
        try (var database = Database.writable(folder, file)) {
            database.read(() -> {
                database.run(sql);
                return sql;
            });
        }
    }

    @Test
    void theSecondOpenerInTheSameProgramCanOnlyRead() {
        try (var first = Project.open(folder);
                var second = Project.open(folder)) {
            assertTrue(second.readOnly());
            assertEquals(ProjectProblem.OPEN_ELSEWHERE, problem(() -> second.edit("s1", "Label", label("0-9 walk"))));
            var after = first.edit("s1", "Label", label("0-9 walk"));
            assertEquals(after, second.labels("s1"));
        }
    }

    @Test
    void aReaderThatClosesDoesNotFreeTheStudyForAThird() {
        try (var first = Project.open(folder)) {
            Project.open(folder).close();
            try (var third = Project.open(folder)) {
                assertTrue(third.readOnly());
            }
            first.edit("s1", "Label", label("0-9 walk"));
        }
        try (var alone = Project.open(folder)) {
            assertEquals(false, alone.readOnly());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenOpensForReading() throws IOException {
        var before = Files.readAllBytes(file);
        try (var project = Project.over(folder, ProjectStore.openProtected(folder, Schema.current()), at(0))) {
            assertTrue(project.readOnly());
            assertEquals(
                    bouts("0-100 graze", "100-200 rest"), project.labels("s1").bouts());
            assertEquals(ProjectProblem.FOLDER_READ_ONLY, problem(() -> project.undo("s1")));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aFolderWithoutTheRightToWriteOpensForReading() {
        assertTrue(folder.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            try (var project = Project.open(folder)) {
                assertTrue(project.readOnly());
                assertEquals(ProjectProblem.FOLDER_READ_ONLY, problem(() -> project.undo("s1")));
            }
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void aProtectedCopyOfACrashedStudyShowsWhatWasInTheLogOnly(@TempDir Path disc) throws IOException {
        LabelTrack after;
        try (var project = Project.open(folder)) {
            after = project.edit("s1", "Label", label("0-9 walk"));
            Files.copy(file, disc.resolve("study.ethotag"));
            Files.copy(folder.resolve("study.ethotag-wal"), disc.resolve("study.ethotag-wal"));
        }
        try (var project = Project.over(disc, ProjectStore.openProtected(disc, Schema.current()), at(0))) {
            assertEquals(after, project.labels("s1"));
        }
        assertEquals(2, disc.toFile().list().length);
    }

    @Test
    void aNewerStudyIsRefusedWithBothVersions() {
        run("PRAGMA user_version = 99");
        var failure = assertThrows(ProblemException.class, () -> Project.open(folder));
        assertEquals(ProjectProblem.NEWER_STUDY, failure.problem().code());
        assertThat(failure.problem().why()).contains("99").contains(String.valueOf(NEWEST));
    }

    @Test
    void anOlderStudyIsMigratedAfterABackup() {
        var newer = withStep("CREATE TABLE weather (day TEXT PRIMARY KEY)");
        int before = Project.backups(folder).size();
        Project.open(folder, newer, at(0)).close();
        assertEquals(NEWEST + 1, versionOf(file));
        assertEquals(before + 1, Project.backups(folder).size());
        assertEquals(NEWEST, versionOf(Project.backups(folder).getFirst()));
        assertEquals(ProjectProblem.NEWER_STUDY, problem(() -> Project.open(folder)));
    }

    @Test
    void aMigrationThatFailsLeavesTheStudyAsItWas() {
        var broken = withStep("CREATE TABLE weather (day TEXT); INSERT INTO nowhere VALUES (1)");
        assertThrows(ProblemException.class, () -> Project.open(folder, broken, at(0)));
        try (var project = Project.open(folder)) {
            assertEquals(false, project.readOnly());
            assertEquals(
                    bouts("0-100 graze", "100-200 rest"), project.labels("s1").bouts());
        }
        Project.open(folder, withStep("CREATE TABLE weather (day TEXT)"), at(0)).close();
    }

    @Test
    void anOlderStudyThatCannotBeWrittenIsRefusedWithWords() {
        var newer = withStep("CREATE TABLE weather (day TEXT PRIMARY KEY)");
        assertEquals(ProjectProblem.OLDER_STUDY_READ_ONLY, problem(() -> ProjectStore.openProtected(folder, newer)));
    }

    private static Schema withStep(String sql) {
        var steps = new ArrayList<>(Schema.current().migrations());
        steps.add(sql);
        return new Schema(steps);
    }

    private int versionOf(Path database) {
        try (var open = Database.immutable(folder, database)) {
            return open.read(
                    () -> open.one("PRAGMA user_version", row -> row.count(1)).orElseThrow());
        }
    }

    @Test
    void aFileOfAnotherProgramIsNotAStudy() {
        run("PRAGMA application_id = 7");
        assertEquals(ProjectProblem.NOT_A_STUDY, problem(() -> Project.open(folder)));
    }

    @Test
    void aFileThatIsNoDatabaseIsCalledDamagedAndNotTouched() throws IOException {
        var noise = "not a database, however long one looks at it. ".repeat(500).getBytes();
        Files.write(file, noise);
        assertEquals(ProjectProblem.DAMAGED, problem(() -> Project.open(folder)));
        assertArrayEquals(noise, Files.readAllBytes(file));
    }

    @Test
    void aDamagedPageNeverGivesAnythingButAClearProblem() throws IOException {
        var whole = Files.readAllBytes(file);
        trials(60, random -> {
            var damaged = whole.clone();
            int at = random.nextInt(damaged.length);
            for (int i = at; i < Math.min(damaged.length, at + 1 + random.nextInt(4096)); i++) {
                damaged[i] = (byte) random.nextInt();
            }
            try {
                Files.write(file, damaged);
                try (var project = Project.open(folder)) {
                    project.sessions();
                    project.ethogram();
                    project.edits("s1");
                    assertThat(project.labels("s1").bouts()).hasSizeLessThan(10);
                }
            } catch (ProblemException clear) {
                assertThat(clear.problem().code())
                        .isIn(ProjectProblem.DAMAGED, ProjectProblem.NOT_A_STUDY, ProjectProblem.NEWER_STUDY);
            } catch (IllegalArgumentException gone) {
                assertEquals("no session s1", gone.getMessage());
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    @Test
    void aStudyWhoseTablesAreNotOursIsCalledDamaged() {
        run("DROP TABLE settings; CREATE TABLE settings (key TEXT, value TEXT);"
                + " INSERT INTO settings VALUES ('page', NULL)");
        run("UPDATE sessions SET zone = 'Nowhere/At all'");
        try (var project = Project.over(folder, ProjectStore.openProtected(folder, Schema.current()), at(0))) {
            assertEquals(ProjectProblem.DAMAGED, problem(() -> project.setting("page")));
            assertEquals(ProjectProblem.DAMAGED, problem(project::sessions));
        }
    }

    @Test
    void aFullDiskIsSaidAndLosesNothing() {
        LabelTrack confirmed;
        var store = ProjectStore.open(folder, Schema.current(), at(0));
        try (var project = Project.over(folder, store, at(0))) {
            limitPages(store, "page_count");
            confirmed = project.labels("s1");
            var problem = ProjectProblem.NOT_A_STUDY;
            for (int i = 0; i < 2000 && problem != ProjectProblem.DISK_FULL; i++) {
                try {
                    confirmed = project.edit("s1", "Label", label(i % 900 + "-" + (i % 900 + 50) + " walk" + i % 7));
                } catch (ProblemException full) {
                    problem = (ProjectProblem) full.problem().code();
                }
            }
            assertEquals(ProjectProblem.DISK_FULL, problem);
            assertEquals(confirmed, project.labels("s1"));
            limitPages(store, "1000000");
            confirmed = project.edit("s1", "Label", label("0-999 rest"));
        }
        try (var again = Project.open(folder)) {
            assertEquals(confirmed, again.labels("s1"));
            assertEquals(confirmed, LabelStoreLawsTest.replay(again, "s1"));
        }
    }

    /** Lets the database grow no further than it is, as a full disk would. */
    private static void limitPages(ProjectStore store, String limit) {
        var database = store.database();
        database.read(() -> {
            var pages = limit.equals("page_count")
                    ? database.one("PRAGMA page_count", row -> row.text(1)).orElseThrow()
                    : limit;
            return database.one("PRAGMA max_page_count = " + pages, row -> row.text(1));
        });
    }

    @Test
    void aBackupIsMadeOnceADayAndTheOldestGo() {
        var before = Project.backups(folder);
        for (int day = 0; day < 10; day++) {
            Project.open(folder, Schema.current(), at(2 * day)).close();
            Project.open(folder, Schema.current(), at(2 * day)).close();
        }
        var backups = Project.backups(folder);
        assertThat(backups).hasSizeBetween(Backups.KEPT, Backups.KEPT + 2);
        assertThat(backups).doesNotContainAnyElementsOf(before);
        assertEquals(
                "study-20300119T000000000Z.ethotag",
                backups.getFirst().getFileName().toString());
    }

    @Test
    void aDamagedStudyComesBackFromItsBackup() throws IOException {
        Path backup;
        try (var project = Project.open(folder)) {
            backup = project.backUp();
            project.edit("s1", "Label", label("0-9 walk"));
        }
        Files.write(file, new byte[5000]);
        Project.restore(folder, backup);
        try (var project = Project.open(folder)) {
            assertEquals(false, project.readOnly());
            assertEquals(
                    bouts("0-100 graze", "100-200 rest"), project.labels("s1").bouts());
        }
        assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith("study.ethotag.replaced-"));
    }

    @Test
    void whatIsNoBackupRestoresNothing() throws IOException {
        var before = Files.readAllBytes(file);
        var other = Files.write(folder.resolve("other"), new byte[100]);
        assertEquals(ProjectProblem.NOT_A_BACKUP, problem(() -> Project.restore(folder, other)));
        assertEquals(ProjectProblem.NOT_A_BACKUP, problem(() -> Project.restore(folder, folder.resolve("none"))));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aStudyThatIsOpenIsNotReplacedByABackup() {
        try (var project = Project.open(folder)) {
            var backup = project.backUp();
            assertEquals(ProjectProblem.OPEN_ELSEWHERE, problem(() -> Project.restore(folder, backup)));
        }
    }
}
