package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final Instant FIRST_DAY = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Recovery recovery;

    @BeforeEach
    void create() {
        recovery = new Recovery(folder);
        try (var project = Project.create(folder, "Ten cows")) {
            project.addSession(ProjectTest.session("s1"), bouts("0-100 graze", "100-200 rest"));
            project.addSession(ProjectTest.session("s2"), List.of());
        }
    }

    private static Clock at(int day) {
        return Clock.fixed(FIRST_DAY.plus(Duration.ofDays(day)), ZoneOffset.UTC);
    }

    @Test
    void whatIsSavedIsSaidForEveryTrack() {
        try (var project = Project.open(folder, Schema.current(), at(3))) {
            project.edit("s1", "Walk", label("50-150 walk"));
            project.edit("s2", "ana", "Rest", label("10-30 rest"));
            var content = recovery.now().content().getFirst();
            assertEquals(
                    List.of(
                            new TrackContent("s1", "s1", "101", "labels", 3, 200, 2, at(3).instant()),
                            new TrackContent("s2", "s2", "101", "ana", 1, 20, 1, at(3).instant())),
                    content.tracks().stream()
                            .map(track -> new TrackContent(
                                    track.session(),
                                    track.session(),
                                    "101",
                                    track.track(),
                                    track.bouts(),
                                    track.labelledSamples(),
                                    track.edits(),
                                    track.lastEdit()))
                            .toList());
            assertEquals(4, content.bouts());
            assertEquals(at(3).instant(), content.lastEdit());
        }
    }

    @Test
    void aBackupIsComparedBoutByBout() {
        Path backup;
        try (var project = Project.open(folder)) {
            backup = project.backUp();
            assertEquals(List.of(), recovery.compare(backup));
            project.edit("s1", "Walk", label("50-60 walk"));
        }
        var difference = recovery.compare(backup).getFirst();
        assertEquals(
                List.of(2L, 4L, 1L, 3L),
                List.of(difference.boutsThen(), difference.boutsNow(), difference.onlyThen(), difference.onlyNow()));
    }

    @Test
    void aRestoreKeepsThePresentAsABackup() {
        Path backup;
        try (var project = Project.open(folder)) {
            backup = project.backUp();
            project.edit("s1", "Walk", label("50-60 walk"));
        }
        var present = recovery.restore(backup);
        try (var project = Project.open(folder)) {
            assertEquals(
                    bouts("0-100 graze", "100-200 rest"), project.labels("s1").bouts());
        }
        assertEquals(1, present.size());
        recovery.restore(present.getFirst());
        try (var project = Project.open(folder)) {
            assertEquals(4, project.labels("s1").bouts().size());
        }
    }

    @Test
    void aRestoreNeverDropsTheBackupThatItRestores() {
        for (int day = 0; day < 12; day++) {
            Project.open(folder, Schema.current(), at(100 * day)).close();
        }
        var oldest = Project.backups(folder).getLast();
        new Recovery(folder, at(2000)).restore(oldest);
        assertTrue(Files.exists(oldest));
    }

    @Test
    void aDamagedStudyAndADamagedBackupAreSaidAndTheOthersCanBeRestored() throws IOException {
        Path good;
        try (var project = Project.open(folder)) {
            good = project.backUp();
        }
        var bad = good.resolveSibling("study-20990101T000000000Z.ethotag");
        Files.write(bad, new byte[5000]);
        Files.write(folder.resolve("study.ethotag"), new byte[5000]);
        assertFalse(recovery.now().whole());
        var backups = recovery.backups(JobMonitor.unwatched());
        assertEquals(bad, backups.getFirst().file());
        assertThat(backups.getFirst().problem()).isNotBlank();
        assertTrue(backups.get(1).whole());
        assertThrows(ProblemException.class, () -> recovery.restore(bad));
        assertEquals(List.of(), recovery.restore(good), "there was no present that could be read");
        assertTrue(recovery.now().whole());
    }

    @Test
    void aStudyWhoseFileIsGoneComesBackToo() throws IOException {
        Path backup;
        try (var project = Project.open(folder)) {
            backup = project.backUp();
        }
        Files.delete(folder.resolve("study.ethotag"));
        assertFalse(recovery.now().whole());
        recovery.restore(backup);
        assertTrue(recovery.now().whole());
    }

    @Test
    void aFolderWithoutAStudyAndWithoutBackupsIsSaid(@TempDir Path empty) {
        assertThrows(ProblemException.class, () -> new Recovery(empty).now());
    }

    @Test
    void sevenBackupsStayAndOneOfEachOfTheWeeksBefore() {
        for (int day = 0; day < 120; day++) {
            Project.open(folder, Schema.current(), at(2 * day)).close();
        }
        var last = at(2 * 119).instant();
        var ages = Project.backups(folder).stream()
                .map(Backups::madeAt)
                .filter(made -> made.isAfter(FIRST_DAY.minusSeconds(1)) && !made.isAfter(last))
                .map(made -> Duration.between(made, last).toDays())
                .toList();
        assertEquals(List.of(0L, 2L, 4L, 6L, 8L, 10L, 12L), ages.subList(0, Backups.KEPT));
        var older = ages.subList(Backups.KEPT, ages.size());
        assertThat(older).hasSizeBetween(Backups.WEEKS_KEPT - 3, Backups.WEEKS_KEPT);
        assertThat(older.getLast()).isLessThanOrEqualTo(7L * Backups.WEEKS_KEPT);
    }
}
