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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LabellingChild.Change;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a labelling program (SIGKILL where there are signals) at random moments, a thousand times. How often:
 * {@code -Dethotag.kills=10000}. The seed of each kill is its number; the moment still differs from run to run, which is
 * the point.
 */
class KilledProgramTest {
    private static final int KILLS = Integer.getInteger("ethotag.kills", 1000);
    private static final int KILLS_PER_STUDY = 25;
    private static final int MOST_CHANGES_BEFORE_A_KILL = 12;

    /** A fresh program opens a study within about a tenth of a second. */
    private static final long OPENING_NANOSECONDS = 200_000_000;

    /** A change takes a few milliseconds, most of them spent waiting for the disk. */
    private static final long CHANGE_NANOSECONDS = 6_000_000;

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private static void create(Path study) {
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

    private FastChild trained() throws IOException, InterruptedException {
        var study = folder.resolve("training");
        create(study);
        return FastChild.trained(scratch, LabellingChild.class, study.toString(), "0", "100");
    }

    @Test
    void noConfirmedChangeIsLostInAThousandKills() throws Exception {
        var program = trained();
        int lanes = Runtime.getRuntime().availableProcessors();
        var studies = new ArrayList<Callable<Integer>>();
        for (int first = 0; first < KILLS; first += KILLS_PER_STUDY) {
            int from = first;
            studies.add(() -> killed(program, from, Math.min(KILLS, from + KILLS_PER_STUDY)));
        }
        int confirmed = 0;
        try (var pool = Executors.newFixedThreadPool(lanes)) {
            for (var study : pool.invokeAll(studies)) {
                confirmed += study.get();
            }
        }
        assertThat(confirmed).isGreaterThan(KILLS);
        System.out.println(KILLS + " kills, " + confirmed + " confirmed changes, none lost");
    }

    /** Kills a program that labels one study, again and again, and returns how many changes it had confirmed. */
    private int killed(FastChild program, int from, int to) throws IOException, InterruptedException {
        var study = folder.resolve("study-" + from);
        create(study);
        var history = new History();
        int confirmed = 0;
        for (int kill = from; kill < to; kill++) {
            var lines = linesUntilKilled(program, study, kill);
            confirmed += lines.size();
            try (var project = Project.open(study)) {
                assertEquals(List.of(), project.notices(), "kill " + kill);
                assertChangesAreThere(project, history, new Random(kill), lines, kill);
                assertRunsAreWhole(project, lines);
            }
        }
        return confirmed;
    }

    @Test
    void aStudyThatAnotherProgramHasOpenCanOnlyBeRead() throws IOException, InterruptedException {
        var study = folder.resolve("study");
        create(study);
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabellingChild.class.getName(),
                        study.toString(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

    private static List<String> linesUntilKilled(FastChild program, Path study, int kill)
            throws IOException, InterruptedException {
        var random = new Random(~kill);
        var lines = new ArrayList<String>();
        var child = program.start(LabellingChild.class, study.toString(), Long.toString(kill));
        try (var out = child.inputReader()) {
            boolean whileOpening = random.nextInt(4) == 0;
            if (whileOpening) {
                assertEquals("starting", out.readLine(), "kill " + kill);
                pass(random.nextLong(OPENING_NANOSECONDS));
            } else {
                readUntilConfirmed(out, lines, 1 + random.nextInt(MOST_CHANGES_BEFORE_A_KILL));
                pass(random.nextLong(CHANGE_NANOSECONDS));
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

    private static void pass(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        for (long left = nanoseconds; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
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
        assertThat(project.log().steps().stream()
                        .filter(step -> step.kind() == StepKind.RUN && step.holds())
                        .filter(step -> step.results().containsKey("file weights"))
                        .map(step -> step.setting("run")))
                .containsAll(runs);
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
