package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LabellingChild.Change;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a labelling program at random moments. How often: {@code -Dethotag.kills=1000}. The seed of each kill is its
 * number; the moment still differs from run to run, which is the point.
 */
class KilledProgramTest {
    private static final int KILLS = Integer.getInteger("ethotag.kills", 36);
    private static final int MOST_CHANGES_BEFORE_A_KILL = 60;

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private Path study;

    @BeforeEach
    void create() {
        study = folder.resolve("study");
        try (var project = Project.create(study, "Killed")) {
            project.addSession(
                    new Session(
                            LabellingChild.SESSION,
                            "raw",
                            "101",
                            "",
                            ProjectTest.NOON,
                            ZoneId.of("UTC"),
                            new SampleRate(50),
                            LabellingChild.LENGTH,
                            ""),
                    List.of());
        }
    }

    @Test
    void noConfirmedChangeIsLostHoweverOftenTheProgramIsKilled() throws IOException, InterruptedException {
        var history = new History();
        long confirmed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var lines = linesUntilKilled(kill);
            confirmed += lines.size();
            try (var project = Project.open(study)) {
                assertEquals(List.of(), project.notices(), "kill " + kill);
                assertChangesAreThere(project, history, new Random(kill), lines, kill);
                assertRunsAreWhole(project, lines);
            }
        }
        assertThat(confirmed).isPositive();
        System.out.println(KILLS + " kills, " + confirmed + " confirmed changes, none lost");
    }

    @Test
    void aStudyThatAnotherProgramHasOpenCanOnlyBeRead() throws IOException, InterruptedException {
        var child = start(1);
        try (var out = child.inputReader()) {
            readUntilConfirmed(out, new ArrayList<>(), 1);
            try (var second = Project.open(study)) {
                assertTrue(second.readOnly());
                assertThat(second.labels(LabellingChild.SESSION)).isNotNull();
                var failure = assertThrows(
                        ProblemException.class,
                        () -> second.edit(LabellingChild.SESSION, "Label", label("0-10 graze")));
                assertEquals(ProjectProblem.OPEN_ELSEWHERE, failure.problem().code());
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (var again = Project.open(study)) {
            assertEquals(false, again.readOnly());
        }
    }

    private List<String> linesUntilKilled(int kill) throws IOException, InterruptedException {
        var random = new Random(~kill);
        var lines = new ArrayList<String>();
        var child = start(kill);
        try (var out = child.inputReader()) {
            boolean whileOpening = random.nextInt(4) == 0;
            if (whileOpening) {
                lines.add(out.readLine()); // "starting": a fresh program opens a study within some tenths of a second
                spin(random.nextLong(300_000_000));
            } else {
                readUntilConfirmed(out, lines, 1 + random.nextInt(MOST_CHANGES_BEFORE_A_KILL));
                spin(random.nextLong(10_000_000));
            }
            child.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what was printed readable
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        lines.removeIf(line -> !line.equals("edit") && !line.startsWith("run "));
        return lines;
    }

    private static void readUntilConfirmed(BufferedReader out, List<String> lines, int count) throws IOException {
        for (int seen = 0; seen < count; ) {
            var line = out.readLine();
            assertThat(line).as("the program ended by itself").isNotNull();
            lines.add(line);
            seen += line.equals("edit") ? 1 : 0;
        }
    }

    /** Passes time without giving the processor away, so that the moment is not tied to the system's clock ticks. */
    private static void spin(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Process start(long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + scratch,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabellingChild.class.getName(),
                        study.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** All that was confirmed is there; of the change that was under way, all or nothing. */
    private static void assertChangesAreThere(
            Project project, History history, Random random, List<String> lines, int kill) {
        long confirmed = lines.stream().filter("edit"::equals).count();
        for (long i = 0; i < confirmed; i++) {
            history.change(Change.next(random, history.track));
        }
        var found = project.labels(LabellingChild.SESSION);
        if (!found.equals(history.track)) {
            history.change(Change.next(random, history.track));
        }
        assertEquals(history.track, found, "kill " + kill + " after " + confirmed + " changes");
        assertEquals(found, LabelStoreLawsTest.replay(project, LabellingChild.SESSION), "log, kill " + kill);
    }

    private static void assertRunsAreWhole(Project project, List<String> lines) {
        var runs = project.runs().stream().map(RunManifest::id).toList();
        assertThat(runs)
                .containsAll(lines.stream()
                        .filter(line -> line.startsWith("run "))
                        .map(line -> line.substring("run ".length()))
                        .toList());
        for (String run : runs) {
            assertEquals(1000, project.runFile(run, "weights").length);
            assertEquals(List.of(new Score("student", "mcc", 0.5)), project.scores(run));
            project.deleteRun(run);
        }
    }

    /** What the labels must be, from the changes alone. */
    private static final class History {
        private final Deque<LabelTrack> past = new ArrayDeque<>();
        private final Deque<LabelTrack> future = new ArrayDeque<>();
        private LabelTrack track = LabelTrack.empty(Project.MAIN_TRACK);

        void change(Change change) {
            switch (change) {
                case Change.Edit(var edit) -> {
                    var after = track.apply(edit);
                    if (!after.equals(track)) {
                        past.push(track);
                        future.clear();
                        track = after;
                    }
                }
                case Change.Undo _ -> move(past, future);
                case Change.Redo _ -> move(future, past);
            }
        }

        private void move(Deque<LabelTrack> from, Deque<LabelTrack> to) {
            if (!from.isEmpty()) {
                to.push(track);
                track = from.pop();
            }
        }
    }
}
