package org.ethotag.project;

import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LoggedStep.Outcome;
import org.ethotag.study.Animal;
import org.ethotag.study.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLogTest {
    private static final List<String> BEHAVIOURS = List.of("graze", "walk", "rest");
    private static final int CHANGES = 60;

    private static final RunManifest RUN = new RunManifest(
            "teacher-1",
            "teacher",
            Instant.parse("2026-03-01T08:00:00Z"),
            Map.of("teacher.stopped", "false", "epochs", "2"),
            Map.of("dataset.sha256", "ab"),
            1,
            Map.of());

    /** The hash of three zero bytes, by sha256sum. */
    private static final Map<String, String> RESULTS = Map.of(
            "run", "teacher-1",
            "dataset.sha256", "ab",
            "teacher.stopped", "false",
            "file weights", "709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c");

    @TempDir
    Path folder;

    private Project study(String name) {
        var project = Project.create(folder.resolve(name), "herd");
        for (String session : List.of("s1", "s2")) {
            project.log()
                    .step(
                            StepKind.IMPORT,
                            Map.of("file", session),
                            Map::of,
                            () -> {
                                project.addSession(ProjectTest.session(session), bouts("0-40 graze", "60-90 rest"));
                                return session;
                            },
                            made -> Map.of("session", made));
        }
        return project;
    }

    @Test
    void whatAStepDoesInsideIsNoStepOfItsOwn() {
        try (var project = study("a")) {
            project.ensureBehaviours(List.of("walk"));
            project.mergeBehaviours("rest", "walk");
            assertEquals(
                    List.of("create", "import", "import", "behaviours", "merge-behaviours"),
                    project.log().steps().stream()
                            .map(step -> step.kind().word())
                            .toList());
            assertEquals(Map.of("session", "s1"), project.log().steps().get(1).results());
        }
    }

    @Test
    void whatChangesNothingIsNoStep() {
        try (var project = study("a")) {
            int before = project.log().steps().size();
            project.undo("s1");
            project.redo("s1");
            project.edit("s1", "Label", label("10-20 graze"));
            project.ensureBehaviours(List.of("graze"));
            project.deleteRun("teacher-1");
            assertEquals(before, project.log().steps().size());
        }
    }

    @Test
    void aChangeThatIsRefusedLeavesNoLine() {
        try (var project = study("a")) {
            var before = project.log().steps();
            assertThrows(ProblemException.class, () -> project.setEthogram(new Ethogram(List.of())));
            project.addTrack("s1", "anna", TrackKind.EXCLUSIVE);
            assertThrows(ProblemException.class, () -> project.addTrack("s1", "anna", TrackKind.EXCLUSIVE));
            assertEquals(before.size() + 1, project.log().steps().size());
        }
    }

    @Test
    void workThatFailsOrIsStoppedIsRememberedWithItsReason() {
        try (var project = study("a")) {
            var log = project.log();
            var failure = new ProblemException(ProjectProblem.TRACK_EXISTS, "anna");
            assertThrows(ProblemException.class, () -> failing(log, failure));
            assertThrows(CancellationException.class, () -> failing(log, new CancellationException()));
            assertThrows(IllegalStateException.class, () -> failing(log, new IllegalStateException("ours")));
            var steps = log.after(3);
            assertEquals(
                    List.of(Outcome.FAILED, Outcome.STOPPED, Outcome.FAILED),
                    steps.stream().map(LoggedStep::outcome).toList());
            assertEquals(failure.problem().what(), steps.getFirst().problem());
            assertEquals(Map.of("labels.sha256", "ab"), steps.getFirst().inputs());
        }
    }

    private static void failing(StudyLog log, RuntimeException failure) {
        log.step(
                StepKind.TRAIN,
                Map.of("epochs", "2"),
                () -> Map.of("labels.sha256", "ab"),
                () -> {
                    throw failure;
                },
                _ -> Map.of());
    }

    @Test
    void workThatTheProgramDidNotSurviveIsSeenToHaveBegun() {
        try (var project = study("a")) {
            var seen = project.log()
                    .step(
                            StepKind.TRAIN,
                            Map.of(),
                            Map::of,
                            () -> project.log().steps().getLast().outcome(),
                            _ -> Map.of());
            assertEquals(Outcome.BEGUN, seen);
        }
    }

    /** The study as a program leaves it that is killed when the run is on the disk and the step has not ended. */
    private Path killedAfterItKeptARun() {
        var killed = folder.resolve("killed");
        try (var project = study("a")) {
            project.log()
                    .step(
                            StepKind.TRAIN,
                            Map.of("epochs", "2"),
                            Map::of,
                            () -> {
                                project.saveRun(RUN, Map.of("weights", new byte[3]));
                                copy(folder.resolve("a"), killed);
                                return RUN;
                            },
                            project::runResults);
            assertEquals(RESULTS, project.log().steps().getLast().results());
        }
        return killed;
    }

    @Test
    void theLineOfARunIsWholeIfTheProgramDoesNotLiveToEndTheStep() {
        try (var project = Project.open(killedAfterItKeptARun())) {
            assertEquals(List.of(RUN), project.runs());
            var step = project.log().steps().getLast();
            assertEquals(List.of(StepKind.TRAIN, Outcome.DONE), List.of(step.kind(), step.outcome()));
            assertEquals(RESULTS, step.results());
        }
    }

    @Test
    void theLineOfARunThatIsOnlyOnTheDiskIsDoneWhenItIsListed() throws SQLException {
        var killed = killedAfterItKeptARun();
        sql(
                killed,
                "DELETE FROM runs",
                "UPDATE steps SET outcome = 'begun', results = '{\"run\":\"teacher-1\"}' WHERE kind = 'train'");
        try (var project = Project.open(killed)) {
            assertEquals(List.of(RUN), project.runs());
            var step = project.log().steps().getLast();
            assertEquals(List.of(StepKind.TRAIN, Outcome.DONE), List.of(step.kind(), step.outcome()));
            assertEquals(RESULTS, step.results());
        }
    }

    @Test
    void aRunOnTheDiskThatNoStepAnnouncedGetsALine() throws SQLException {
        var killed = killedAfterItKeptARun();
        sql(killed, "DELETE FROM runs", "DELETE FROM steps WHERE kind = 'train'");
        try (var project = Project.open(killed)) {
            var step = project.log().steps().getLast();
            assertEquals(List.of(StepKind.RUN, Outcome.DONE), List.of(step.kind(), step.outcome()));
            assertEquals(Map.of("run", "teacher-1", "kind", "teacher"), step.settings());
            assertEquals(RESULTS, step.results());
        }
    }

    @Test
    void aStepThatAnnouncedARunAndWasKilledBeforeItWasKeptMadeNothing() throws SQLException, IOException {
        var killed = killedAfterItKeptARun();
        sql(
                killed,
                "DELETE FROM runs",
                "UPDATE steps SET outcome = 'begun', results = '{\"run\":\"teacher-1\"}' WHERE kind = 'train'");
        Files.move(killed.resolve("runs/teacher-1"), killed.resolve("runs/.saving-teacher-1"));
        try (var project = Project.open(killed)) {
            assertEquals(List.of(), project.runs());
            var step = project.log().steps().getLast();
            assertEquals(List.of(Outcome.BEGUN, Map.of()), List.of(step.outcome(), step.results()));
        }
    }

    @Test
    void theLineOfAnImportIsWholeIfTheProgramDoesNotLiveToEndTheStep() {
        var killed = folder.resolve("killed");
        try (var project = Project.create(folder.resolve("a"), "herd")) {
            project.log()
                    .step(
                            StepKind.IMPORT,
                            Map.of(),
                            Map::of,
                            () -> {
                                project.log()
                                        .last(
                                                () -> {
                                                    project.addSession(ProjectTest.session("s1"), List.of());
                                                    return "s1";
                                                },
                                                made -> Map.of("session", made));
                                copy(folder.resolve("a"), killed);
                                return "s1";
                            },
                            made -> Map.of("session", made));
        }
        Project.open(killed).close();
        try (var project = Project.open(killed)) {
            var step = project.log().steps().getLast();
            assertEquals(List.of(Outcome.DONE, Map.of("session", "s1")), List.of(step.outcome(), step.results()));
            assertEquals(1, project.sessions().size());
        }
    }

    private static void sql(Path study, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + study.resolve("study.ethotag"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static void copy(Path from, Path to) {
        try (var all = Files.walk(from)) {
            for (Path each : all.toList()) {
                var target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aStudyOlderThanItsLogSaysSo() {
        var old = folder.resolve("old");
        var now = Schema.current();
        ProjectStore.create(old, "old", new Schema(now.migrations().subList(0, 6)), Clock.systemUTC());
        try (var project = Project.open(old)) {
            assertEquals(
                    List.of(StepKind.OLDER),
                    project.log().steps().stream().map(LoggedStep::kind).toList());
        }
    }

    @Test
    void theChangesOfALogMakeTheSameStudyAgain() {
        trials(4, random -> {
            String name = "trial-" + random.nextInt(Integer.MAX_VALUE);
            try (var first = study(name);
                    var again = study(name + "-again")) {
                for (int i = 0; i < CHANGES; i++) {
                    change(first, random);
                }
                var steps = first.log().after(3);
                steps.forEach(step -> new StudyChange(step.kind(), step.settings()).applyTo(again));
                assertEquals(content(first), content(again));
                assertEquals(
                        steps.stream().map(LoggedStep::settings).toList(),
                        again.log().after(3).stream().map(LoggedStep::settings).toList());
            }
        });
    }

    private static void change(Project project, Random random) {
        var session = random.nextBoolean() ? "s1" : "s2";
        var tracks = project.tracks(session);
        var track = tracks.get(random.nextInt(tracks.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> project.edit(session, track, "Label", someLabel(random));
            case 3 ->
                project.edit(
                        session,
                        track,
                        "L\u00f6schen \"alles\"",
                        new LabelEdit.Erase(someLabel(random).range()));
            case 4, 5 -> project.undo(session, track);
            case 6 -> project.redo(session, track);
            case 7 -> addTrack(project, session, "t" + random.nextInt(6));
            case 8 -> {
                if (!track.equals(Project.MAIN_TRACK)) {
                    project.removeTrack(session, track);
                }
            }
            case 9 ->
                project.removedTracks(session).stream()
                        .findAny()
                        .ifPresent(removed -> project.bringBackTrack(session, removed.id()));
            case 10 -> project.put(new Animal("cow " + random.nextInt(3), "Bos taurus", "n" + random.nextInt()));
            default -> project.put(new Tag("T" + random.nextInt(3), "ear"));
        }
    }

    private static void addTrack(Project project, String session, String name) {
        if (!project.tracks(session).contains(name)) {
            project.addTrack(session, name, TrackKind.EXCLUSIVE);
        }
    }

    private static LabelEdit.Label someLabel(Random random) {
        int from = random.nextInt(80);
        return (LabelEdit.Label) label(
                from + "-" + (from + 1 + random.nextInt(19)) + " " + BEHAVIOURS.get(random.nextInt(BEHAVIOURS.size())));
    }

    private static List<Object> content(Project project) {
        return project.sessions().stream()
                .<Object>map(session -> List.of(
                        project.animals(),
                        project.tags(),
                        project.ethogram(),
                        project.trackInfos(session.id()),
                        project.removedTracks(session.id()),
                        project.tracks(session.id()).stream()
                                .map(track -> project.labels(session.id(), track))
                                .toList()))
                .toList();
    }
}
