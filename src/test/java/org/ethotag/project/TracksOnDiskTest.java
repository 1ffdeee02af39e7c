package org.ethotag.project;

import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ethotag.label.BoutEdits;
import org.ethotag.label.Comment;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Tracks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracksOnDiskTest {
    private static final List<String> BEHAVIOURS = List.of("graze", "walk", "rest");

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("study"), "tracks");
        project.addSession(ProjectTest.session("s1"), bouts("0-100 graze"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void reopen() {
        project.close();
        project = Project.open(folder.resolve("study"));
    }

    @Test
    void overlapsSplitsAndCommentsAreTheSameAfterReopening() {
        project.addTrack("s1", "ada", TrackKind.OVERLAPPING);
        project.edit("s1", "ada", "Label", label("0-80 graze"));
        project.edit("s1", "ada", "Label", label("40-90 walk"));
        project.edit(
                "s1",
                "ada",
                "Split",
                edits("ada").split(Tracks.bout("0-80 graze"), 30).orElseThrow());
        project.edit("s1", "ada", "Comment", new Remark(List.of(), List.of(comment("40-90", "lame, \"left\"\nhind"))));
        reopen();
        var track = project.labels("s1", "ada");
        assertEquals(
                LabelTrack.exactly(
                        "ada",
                        TrackKind.OVERLAPPING,
                        bouts("0-30 graze", "30-80 graze", "40-90 walk"),
                        List.of(comment("40-90", "lame, \"left\"\nhind"))),
                track);
        assertEquals(
                new TrackInfo(2, "ada", TrackKind.OVERLAPPING, 3, 1),
                project.trackInfos("s1").getLast());
    }

    @Test
    void undoStaysOnItsTrackAndSurvivesARestart() {
        project.edit("s1", "ada", "label Walking", label("0-50 walk"));
        project.edit("s1", "label Resting", label("50-60 rest"));
        project.edit("s1", "ada", "comment", new Remark(List.of(), List.of(comment("0-50", "slow"))));
        reopen();
        assertEquals(Optional.of("comment"), project.undoName("s1", "ada"));
        assertEquals(Optional.of("label Resting"), project.undoName("s1"));
        project.undo("s1", "ada");
        project.undo("s1", "ada");
        assertEquals(Optional.empty(), project.undo("s1", "ada"));
        assertEquals(LabelTrack.empty("ada"), project.labels("s1", "ada"));
        reopen();
        project.redo("s1", "ada");
        project.redo("s1", "ada");
        assertEquals(
                LabelTrack.exactly("ada", TrackKind.EXCLUSIVE, bouts("0-50 walk"), List.of(comment("0-50", "slow"))),
                project.labels("s1", "ada"));
        assertEquals(
                bouts("0-50 graze", "50-60 rest", "60-100 graze"),
                project.labels("s1").bouts());
    }

    @Test
    void anEditOfOneTrackEndsWhatCouldBeRedoneOnThatTrackOnly() {
        project.edit("s1", "ada", "label", label("0-50 walk"));
        project.edit("s1", "label", label("0-50 walk"));
        project.undo("s1");
        project.undo("s1", "ada");
        project.edit("s1", "label", label("0-50 rest"));
        assertEquals(Optional.empty(), project.redoName("s1"));
        assertEquals(Optional.of("label"), project.redoName("s1", "ada"));
    }

    @Test
    void aRenamedTrackKeepsItsHistory() {
        project.edit("s1", "ada", "label", label("0-50 walk"));
        project.renameTrack("s1", "ada", "Ada L.");
        assertEquals(List.of("labels", "Ada L."), project.tracks("s1"));
        assertEquals(Optional.of("label"), project.undoName("s1", "Ada L."));
        assertEquals(bouts("0-50 walk"), project.labels("s1", "Ada L.").bouts());
    }

    @Test
    void aStudyOfSchemaThreeKeepsItsBoutsAndTheirHistory() throws SQLException {
        var old = folder.resolve("old");
        var three = new Schema(Schema.current().migrations().subList(0, 3));
        ProjectStore.create(old, "old", three, Clock.systemUTC());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("study.ethotag"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO animals VALUES ('1', '', '');"
                    + "INSERT INTO sessions (id, name, animal, tag, start_time, zone, rate_hz, length_samples,"
                    + " raw_sha256) VALUES ('s1', 's1', '1', '', '2026-01-01T00:00:00Z', 'UTC', 50, 1000, '');"
                    + "INSERT INTO behaviours VALUES ('graze', 0, 'Graze', '#112233', 'g', '', 1);"
                    + "INSERT INTO tracks (id, session, name) VALUES (7, 's1', 'labels');"
                    + "INSERT INTO bouts VALUES (7, 0, 20, 'graze'), (7, 50, 100, 'graze');"
                    + "INSERT INTO label_edits (session, track, name, made_at, edit, inverse, state) VALUES"
                    + " ('s1', 7, 'label', '2026-01-01T00:00:00Z',"
                    + " '{\"edit\":\"restore\",\"from\":0,\"to\":100,"
                    + "\"bouts\":[[0,100,\"graze\"]]}', '{}', 'base'),"
                    + " ('s1', 7, 'erase', '2026-01-01T00:00:00Z',"
                    + " '{\"edit\":\"erase\",\"from\":20,\"to\":50}',"
                    + " '{\"edit\":\"restore\",\"from\":20,\"to\":50,"
                    + "\"bouts\":[[20,50,\"graze\"]]}', 'done')");
        }
        try (var study = Project.open(old)) {
            assertEquals(bouts("0-20 graze", "50-100 graze"), study.labels("s1").bouts());
            study.undo("s1");
            assertEquals(bouts("0-100 graze"), study.labels("s1").bouts());
        }
    }

    @Test
    void twoTracksOfOneNameAreRefused() {
        project.addTrack("s1", "ada", TrackKind.EXCLUSIVE);
        var failure = assertThrows(ProblemException.class, () -> project.addTrack("s1", "ada", TrackKind.OVERLAPPING));
        assertEquals(ProjectProblem.TRACK_EXISTS, failure.problem().code());
        assertThrows(ProblemException.class, () -> project.renameTrack("s1", "ada", Project.MAIN_TRACK));
    }

    @Test
    void theMainTrackIsNeitherRenamedNorRemoved() {
        assertThrows(IllegalArgumentException.class, () -> project.renameTrack("s1", Project.MAIN_TRACK, "x"));
        assertThrows(IllegalArgumentException.class, () -> project.removeTrack("s1", Project.MAIN_TRACK));
    }

    @Test
    void aRemovedTrackComesBackWithItsHistoryAndUnderANewNameIfItsOwnIsTaken() {
        project.edit("s1", "ada", "label", label("0-50 walk"));
        var ada = project.labels("s1", "ada");
        project.removeTrack("s1", "ada");
        assertEquals(List.of(Project.MAIN_TRACK), project.tracks("s1"));
        assertEquals(LabelTrack.empty("ada"), project.labels("s1", "ada"));
        project.addTrack("s1", "ada", TrackKind.EXCLUSIVE);
        reopen();
        var removed = project.removedTracks("s1");
        assertEquals(List.of("ada"), removed.stream().map(TrackInfo::name).toList());
        assertEquals("ada 2", project.bringBackTrack("s1", removed.getFirst().id()));
        assertEquals(ada.named("ada 2"), project.labels("s1", "ada 2"));
        assertEquals(Optional.of("label"), project.undoName("s1", "ada 2"));
        assertEquals(List.of(), project.removedTracks("s1"));
    }

    @Test
    void whatTheRowsSayIsWhatTheLogSaysOnEveryTrack() {
        trials(6, random -> {
            try (var study = Project.create(newFolder(), "laws")) {
                study.addSession(ProjectTest.session("s1"), List.of());
                study.addTrack("s1", "over", TrackKind.OVERLAPPING);
                var names = List.of(Project.MAIN_TRACK, "over");
                for (int i = 0; i < 40; i++) {
                    var name = names.get(random.nextInt(2));
                    switch (random.nextInt(6)) {
                        case 0 -> study.undo("s1", name);
                        case 1 -> study.redo("s1", name);
                        case 2 ->
                            study.edit("s1", name, "Comment", new Remark(List.of(), List.of(comment("1-9", "n" + i))));
                        default -> study.edit("s1", name, "Edit", someEdit(random, study.labels("s1", name)));
                    }
                }
                for (var name : names) {
                    var kept = study.labels("s1", name);
                    assertEquals(replay(study, LabelTrack.empty(name, kept.kind())), kept);
                    try (var reader = Project.open(study.folder())) {
                        assertEquals(kept, reader.labels("s1", name));
                    }
                }
            }
        });
    }

    private static LabelEdit someEdit(java.util.Random random, LabelTrack track) {
        var edits = new BoutEdits(track, Ethogram.empty());
        return track.bouts().isEmpty() || random.nextBoolean()
                ? Tracks.randomEdit(random, track, 1000, BEHAVIOURS)
                : edits.split(track.bouts().getFirst(), random.nextInt(1000))
                        .orElse(new Swap(List.of(track.bouts().getLast()), List.of()));
    }

    private static LabelTrack replay(Project project, LabelTrack track) {
        for (LoggedEdit logged : project.edits("s1")) {
            boolean holds = logged.state() == LoggedEdit.State.DONE || logged.state() == LoggedEdit.State.BASE;
            track = holds && logged.track().equals(track.name()) ? track.apply(logged.edit()) : track;
        }
        return track;
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "study");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BoutEdits edits(String track) {
        return new BoutEdits(project.labels("s1", track), project.ethogram());
    }

    private static Comment comment(String where, String text) {
        return new Comment(range(where), text);
    }
}
