package org.ethotag.mounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ethotag.job.JobMonitor;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.sample.KnownMounting;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.ArrayTrace;
import org.junit.jupiter.api.Test;

class HerdPostureTest {
    private static final SampleRate RATE = new SampleRate(10);
    private static final int BLOCKS = 400;
    /** Of eight collars four are turned by 180 degrees about z and one by 90; all are askew. */
    private static final HerdSettings COLLARS =
            new HerdSettings(7, 8, RATE, Duration.ofMinutes(40), 5, OffsetDateTime.parse("2026-01-01T00:00:00Z"));

    @Test
    void turnedCollarsOfTheSyntheticHerdAreFoundWithoutLabels() throws IOException {
        var frames = HerdPosture.of(syntheticHerd(), Map.of()).frames();
        var turns = new ArrayList<Rotation>();
        for (int i = 0; i < COLLARS.animals(); i++) {
            turns.add(frames.get("cow0" + (i + 1)).after(KnownMounting.of(COLLARS, i)));
        }
        // the turn that is left is the same for all but for how each animal carries its head
        var middle = turns.stream()
                .min(Comparator.comparingDouble(
                        turn -> turns.stream().mapToDouble(turn::degreesTo).sum()))
                .orElseThrow();
        assertThat(turns).allSatisfy(turn -> assertThat(turn.degreesTo(middle)).isLessThan(35));
    }

    /** No cattle: gravity leans in a random direction as activity rises, tags sit in any way at all. */
    @Test
    void tagsOfAnySpeciesInAnyMountingAreBroughtIntoOneFrame() {
        trials(20, random -> {
            double[] lean = unit(random);
            var herd = new TreeMap<String, PostureBlocks>();
            var truth = new TreeMap<String, Rotation>();
            for (String animal : List.of("a", "b", "c", "d", "e")) {
                truth.put(animal, anywhere(random));
                herd.put(animal, turned(animal(lean, random), truth.get(animal)));
            }
            var frames = HerdPosture.of(herd, Map.of()).frames();
            // whatever the common frame is, truth then frame must be the same for all
            var reference = frames.get("a").after(truth.get("a"));
            frames.forEach(
                    (animal, frame) -> assertThat(frame.after(truth.get(animal)).degreesTo(reference))
                            .isLessThan(25));
        });
    }

    @Test
    void aTagThatIsTurnedOnIsFoundTurnedByAsMuch() {
        trials(10, random -> {
            double[] lean = unit(random);
            var herd = HerdPosture.of(
                    Map.of("a", animal(lean, random), "b", animal(lean, random), "c", animal(lean, random)), Map.of());
            var blocks = animal(lean, random);
            var more = anywhere(random);
            var before = herd.estimate(blocks);
            var after = herd.estimate(turned(blocks, more));
            assertThat(after.rotation().after(more).degreesTo(before.rotation()))
                    .isLessThan(0.5);
            assertThat(after.isReliable()).isTrue();
        });
    }

    @Test
    void framesThatSomebodySetStayAsTheyAreAndTheOthersFollowThem() {
        var random = new Random(1);
        double[] lean = unit(random);
        var turn = new Rotation(90, 0, 0);
        var a = animal(lean, random);
        var b = turned(animal(lean, random), turn.inverse());
        var frames = HerdPosture.of(Map.of("a", a, "b", b), Map.of("a", turn)).frames();
        assertThat(frames.get("a")).isEqualTo(turn);
        assertThat(frames.get("b").degreesTo(turn.after(turn))).isLessThan(15);
    }

    @Test
    void theTagThatMostOthersSitLikeKeepsItsAxes() {
        var random = new Random(2);
        double[] lean = unit(random);
        var half = new Rotation(180, 0, 0);
        var frames = HerdPosture.of(
                        Map.of(
                                "a", turned(animal(lean, random), half),
                                "b", animal(lean, random),
                                "c", animal(lean, random),
                                "d", animal(lean, random)),
                        Map.of())
                .frames();
        assertThat(frames).containsValue(Rotation.none());
        assertThat(frames.get("a").degreesTo(half)).isLessThan(20);
    }

    @Test
    void anAnimalThatNeverMovesSaysNothingReliable() {
        var random = new Random(3);
        double[] lean = unit(random);
        var herd = HerdPosture.of(
                Map.of("a", animal(lean, random), "b", animal(lean, random), "c", animal(lean, random)), Map.of());
        double[][] directions = new double[BLOCKS][];
        double[] activity = new double[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            directions[i] = new double[] {0, 0, 1};
            activity[i] = -9;
        }
        assertThat(herd.estimate(new PostureBlocks(directions, activity)).isReliable())
                .isFalse();
        assertThat(herd.estimate(PostureBlocks.none()).isReliable()).isFalse();
    }

    @Test
    void anAnimalOfAnotherKindIsUnlikeTheHerd() {
        var random = new Random(4);
        double[] lean = unit(random);
        var herd = HerdPosture.of(
                Map.of(
                        "a", animal(lean, random),
                        "b", animal(lean, random),
                        "c", animal(lean, random),
                        "d", animal(lean, random)),
                Map.of());
        var alike = animal(lean, random);
        var stiff = herd.estimate(animal(new double[] {0, 0, 1}, random)); // gravity hardly moves with activity
        assertThat(herd.estimate(alike).misfitDegrees()).isLessThan(herd.unlikeFromDegrees());
        assertThat(stiff.misfitDegrees()).isGreaterThan(herd.unlikeFromDegrees());
    }

    /** Whoever takes tags as they are worn is told of the one that is turned. */
    @Test
    void aTurnedTagIsUnlikeAHerdWhoseTagsAreTakenAsTheyAreWorn() {
        var random = new Random(6);
        double[] lean = unit(random);
        var worn = new TreeMap<String, Rotation>();
        var herd = new TreeMap<String, PostureBlocks>();
        for (String animal : List.of("a", "b", "c", "d")) {
            worn.put(animal, Rotation.none());
            herd.put(animal, animal(lean, random));
        }
        var posture = HerdPosture.of(herd, worn);
        var turned = turned(animal(lean, random), new Rotation(90, 0, 0));
        assertThat(posture.misfitDegrees(turned, Rotation.none())).isGreaterThan(posture.unlikeFromDegrees());
        assertThat(posture.misfitDegrees(turned, posture.estimate(turned).rotation()))
                .isLessThan(posture.unlikeFromDegrees());
    }

    @Test
    void blocksFarFromOneGOrNotFiniteAreLeftOut() {
        float[][] g = new float[3][510];
        for (int i = 0; i < 510; i++) {
            g[2][i] = i < 51 ? 0.2f : i < 102 ? 3f : i < 153 ? Float.NaN : 1f;
        }
        assertThat(PostureBlocks.of(new ArrayTrace(g), List.of(new SampleRange(0, 510)), RATE)
                        .count())
                .isEqualTo(7);
    }

    @Test
    void aHerdWithoutRecordingsHasNoFrame() {
        assertThatThrownBy(() -> HerdPosture.of(Map.of("a", PostureBlocks.none()), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, PostureBlocks> syntheticHerd() throws IOException {
        var generator = new HerdGenerator(COLLARS);
        var herd = new TreeMap<String, PostureBlocks>();
        for (int animal = 0; animal < COLLARS.animals(); animal++) {
            var text = new StringBuilder();
            generator.write(animal, HerdGenerator.Labels.LEFT_OUT, text, JobMonitor.unwatched());
            var rows =
                    text.toString().lines().skip(1).map(line -> line.split(",")).toList();
            float[][] g = new float[3][rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int axis = 0; axis < 3; axis++) {
                    g[axis][i] = Float.parseFloat(rows.get(i)[1 + axis]);
                }
            }
            herd.put(
                    generator.animals().get(animal),
                    PostureBlocks.of(new ArrayTrace(g), List.of(new SampleRange(0, rows.size())), RATE));
        }
        return herd;
    }

    /** Blocks of an animal whose gravity leans by 40 degrees as it gets lively, in postures that differ by 10 degrees. */
    private static PostureBlocks animal(double[] lean, Random random) {
        double[][] directions = new double[BLOCKS][];
        double[] activity = new double[BLOCKS];
        double[] own = {0.1 * random.nextGaussian(), 0.1 * random.nextGaussian(), 0.1 * random.nextGaussian()};
        for (int i = 0; i < BLOCKS; i++) {
            double liveliness = random.nextDouble();
            activity[i] = -5 + 4 * liveliness;
            double[] direction = {0, 0, 1};
            for (int axis = 0; axis < 3; axis++) {
                direction[axis] += 0.9 * liveliness * lean[axis] + own[axis] + 0.17 * random.nextGaussian();
            }
            double norm = Math.hypot(Math.hypot(direction[0], direction[1]), direction[2]);
            directions[i] = new double[] {direction[0] / norm, direction[1] / norm, direction[2] / norm};
        }
        return new PostureBlocks(directions, activity);
    }

    /** A direction at right angles to z. */
    private static double[] unit(Random random) {
        double angle = 2 * Math.PI * random.nextDouble();
        return new double[] {Math.cos(angle), Math.sin(angle), 0};
    }

    private static Rotation anywhere(Random random) {
        return new Rotation(360 * random.nextDouble(), 180 * random.nextDouble() - 90, 360 * random.nextDouble());
    }

    private static PostureBlocks turned(PostureBlocks blocks, Rotation rotation) {
        double[][] m = rotation.matrix();
        double[][] directions = new double[blocks.count()][3];
        for (int i = 0; i < directions.length; i++) {
            for (int row = 0; row < 3; row++) {
                for (int axis = 0; axis < 3; axis++) {
                    directions[i][row] += m[row][axis] * blocks.directions()[i][axis];
                }
            }
        }
        return new PostureBlocks(directions, blocks.activity());
    }
}
