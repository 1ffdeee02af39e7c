package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.ethotag.job.JobMonitor;
import org.ethotag.mounting.PostureBlocks;
import org.ethotag.project.Project;
import org.ethotag.signal.Rotation;
import org.ethotag.study.Deployment;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Mounting.Origin;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFramesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anAnimalThatIsJudgedHasNoSayInTheFramesOfThoseThatAreLearntFrom() {
        var study = study(Map.of());
        var withoutD = new TreeMap<>(study.blocks());
        withoutD.put(on("d"), animal(new Random(99), new Rotation(37, 20, 10)));
        var other = new StudyFrames(study.sessions(), study.mountings(), withoutD);
        var learntFrom = Set.of("a", "b", "c");
        var frames = new TreeMap<>(study.frames(learntFrom));
        var changed = new TreeMap<>(other.frames(learntFrom));
        assertThat(frames.remove(on("d"))).isNotEqualTo(changed.remove(on("d")));
        assertThat(frames).isEqualTo(changed).hasSize(3);
    }

    @Test
    void aTurnedTagIsBroughtBackBesideAnimalsThatKnowNothingOfIt() {
        var turn = new Rotation(120, 30, -20);
        var study = study(Map.of("d", turn));
        var frame = study.frames(Set.of("a", "b", "c")).get(on("d"));
        assertThat(frame.after(turn).degreesTo(Rotation.none())).isLessThan(15);
    }

    @Test
    void aFrameSetByHandIsTakenAsItIsAndTheOthersFollowIt() {
        var study = study(Map.of());
        var hand = new Rotation(90, 0, 0);
        var mountings = new TreeMap<>(study.mountings());
        mountings.put(on("a"), Mounting.byHand(on("a"), hand, NOW));
        var frames = new StudyFrames(study.sessions(), mountings, study.blocks()).frames(Set.of("a", "b", "c"));
        assertThat(frames.get(on("a"))).isEqualTo(hand);
        assertThat(frames.values())
                .allSatisfy(frame -> assertThat(frame.degreesTo(hand)).isLessThan(20));
    }

    @Test
    void aStudyThatKnowsNoFramesTurnsNothing() {
        var nothing = new StudyFrames(Map.of("s", on("a")), Map.of(), Map.of());
        assertThat(nothing.bySession(nothing.frames(Set.of("a")))).isEmpty();
    }

    @Test
    void aSessionBelongsToTheDeploymentThatLastedWhenItBegan() throws Exception {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        try (var project = Project.open(folder.resolve("study"))) {
            var session = project.sessions().getFirst();
            var before = new Deployment(
                    session.animal(),
                    session.tag(),
                    session.start().minusSeconds(9),
                    session.start().minusSeconds(1));
            var now = new Deployment(session.animal(), session.tag(), session.start(), Instant.MAX);
            assertThat(StudyFrames.mountedTag(session, List.of(before)).from()).isEqualTo(Instant.MIN);
            assertThat(StudyFrames.mountedTag(session, List.of(before, now)).from())
                    .isEqualTo(session.start());
        }
    }

    @Test
    void aRunKeepsTheFramesItLearntWithWhateverTheStudySaysLater() throws Exception {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        try (var project = Project.open(folder.resolve("study"))) {
            var workflow = new Workflow(project);
            var settings = new WindowSettings(128, 1024, 1, "");
            var name = workflow.mountings(JobMonitor.unwatched())
                    .tags()
                    .getFirst()
                    .on()
                    .name();
            workflow.setFrame(name, new Rotation(180, 0, 0));
            var run = workflow.run(
                    new TrainTeacherStep(
                            settings,
                            Set.of("cow3"),
                            1.0 / 16,
                            TrainingSettings.teacher().withEpochs(1).withThreads(1)),
                    (_, _) -> {},
                    JobMonitor.unwatched());
            var recorded =
                    StudyWindows.of(project, settings, JobMonitor.unwatched()).dataset();
            workflow.forgetFrame(name);
            var divided =
                    StudentWork.divided(project, run, JobMonitor.unwatched()).dataset();
            var animal = project.sessions().getFirst().animal();
            for (int i = 0; i < recorded.size(); i++) {
                float[] expected = recorded.valuesG(i);
                if (recorded.windows().get(i).animal().equals(animal)) {
                    new Rotation(180, 0, 0).turn(expected);
                }
                assertThat(divided.valuesG(i)).isEqualTo(expected);
            }
        }
    }

    private static MountedTag on(String animal) {
        return new MountedTag(animal, "", Instant.MIN);
    }

    /** Four animals whose frames are to be estimated. @param turns how their tags are turned; not at all if missing */
    private static StudyFrames study(Map<String, Rotation> turns) {
        var random = new Random(5);
        var mountings = new TreeMap<MountedTag, Mounting>();
        var blocks = new TreeMap<MountedTag, PostureBlocks>();
        for (String animal : List.of("a", "b", "c", "d")) {
            mountings.put(on(animal), new Mounting(on(animal), Rotation.none(), Origin.ESTIMATED, 5, 5, NOW));
            blocks.put(on(animal), animal(random, turns.getOrDefault(animal, Rotation.none())));
        }
        return new StudyFrames(Map.of(), mountings, blocks);
    }

    /** Blocks of an animal that lowers its head as it gets lively. */
    private static PostureBlocks animal(Random random, Rotation turn) {
        double[][] m = turn.matrix();
        double[][] directions = new double[300][3];
        double[] activity = new double[300];
        for (int i = 0; i < activity.length; i++) {
            double liveliness = random.nextDouble();
            activity[i] = -5 + 4 * liveliness;
            double[] g = {0.1 * random.nextGaussian(), -liveliness + 0.1 * random.nextGaussian(), -1};
            double norm = Math.hypot(Math.hypot(g[0], g[1]), g[2]);
            for (int row = 0; row < 3; row++) {
                directions[i][row] = (m[row][0] * g[0] + m[row][1] * g[1] + m[row][2] * g[2]) / norm;
            }
        }
        return new PostureBlocks(directions, activity);
    }
}
