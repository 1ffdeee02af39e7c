package org.ethotag.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ethotag.signal.WindowSpec;
import org.ethotag.testkit.Datasets;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
    private static final int LENGTH = 32;

    @Test
    void leavingOneAnimalOutLeaksNothing() {
        var dataset = windows()
                .window("s1", "a", 0, 0)
                .window("s1", "a", 32, 1)
                .window("s2", "b", 0, 0)
                .window("s2", "b", 32, 1)
                .build();
        assertThat(Split.leaveOneAnimalOut(dataset))
                .allSatisfy(fold ->
                        assertThat(LeakCheck.of(dataset, fold)).as(fold.name()).isEmpty());
    }

    @Test
    void anAnimalOnBothSidesIsALeak() {
        var dataset = windows().window("s1", "a", 0, 0).window("s2", "a", 0, 1).build();
        assertThat(LeakCheck.of(dataset, fold(new int[] {0}, new int[] {1})))
                .containsExactly(new Leak(LeakKind.SAME_ANIMAL, 1, 1, 0, "a", "a"));
    }

    @Test
    void aSessionOnBothSidesIsALeak() {
        var dataset = windows().window("s1", "a", 0, 0).window("s1", "a", 64, 1).build();
        assertThat(kinds(dataset, new int[] {0}, new int[] {1}))
                .containsExactly(LeakKind.SAME_ANIMAL, LeakKind.SAME_SESSION);
    }

    @Test
    void oneSharedSampleIsALeak() {
        var dataset = windows().window("s1", "a", 0, 0).window("s1", "a", 31, 1).build();
        assertThat(kinds(dataset, new int[] {0}, new int[] {1})).contains(LeakKind.OVERLAPPING_SAMPLES);
    }

    @Test
    void windowsThatOnlyTouchShareNoSample() {
        var dataset = windows().window("s1", "a", 0, 0).window("s1", "a", 32, 1).build();
        assertThat(kinds(dataset, new int[] {0}, new int[] {1})).doesNotContain(LeakKind.OVERLAPPING_SAMPLES);
    }

    @Test
    void aWindowOnBothSidesIsALeak() {
        var dataset = windows().window("s1", "a", 0, 0).window("s2", "b", 0, 1).build();
        assertThat(kinds(dataset, new int[] {0, 1}, new int[] {1})).contains(LeakKind.SAME_WINDOW);
    }

    @Test
    void theSameSamplesUnderTwoAnimalsAreALeakThatASplitByAnimalDoesNotSee() {
        float[] values = noise(1);
        var dataset = windows()
                .window("s1", "a", 0, 0, values)
                .window("s2", "b", 640, 1, values)
                .build();
        assertThat(LeakCheck.of(dataset, Split.leaveOneAnimalOut(dataset).getFirst()))
                .containsExactly(new Leak(LeakKind.IDENTICAL_SAMPLES, 1, 0, 1, "s1", "s2"));
    }

    @Test
    void theSameStretchIsFoundEvenIfItsWindowsStartElsewhere() {
        float[] early = noise(1);
        float[] late = new float[early.length];
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(early, axis * LENGTH + 11, late, axis * LENGTH, LENGTH - 11);
        }
        var dataset = windows()
                .window("s1", "a", 0, 0, early)
                .window("s2", "b", 0, 1, late)
                .build();
        assertThat(kinds(dataset, new int[] {0}, new int[] {1})).containsExactly(LeakKind.IDENTICAL_SAMPLES);
    }

    @Test
    void twoSensorsThatLieStillAreNoLeak() {
        float[] still = new float[3 * LENGTH];
        Arrays.fill(still, 2 * LENGTH, still.length, -1);
        var dataset = windows()
                .window("s1", "a", 0, 0, still)
                .window("s2", "b", 0, 1, still)
                .build();
        assertThat(kinds(dataset, new int[] {0}, new int[] {1})).isEmpty();
    }

    @Test
    void aRandomSplitIsCaught() {
        var building = windows();
        for (int i = 0; i < 20; i++) {
            building.window("s" + i % 3, "a" + i % 3, i * 16L, i % 2);
        }
        var dataset = building.build();
        assertThat(LeakCheck.of(dataset, Split.leakyRandom(dataset, 2, 1).getFirst()))
                .extracting(Leak::kind)
                .contains(LeakKind.SAME_ANIMAL, LeakKind.SAME_SESSION);
    }

    @Test
    void aLeakIsToldInWords() {
        assertThat(new Leak(LeakKind.IDENTICAL_SAMPLES, 1200, 0, 0, "s1", "s2").words())
                .isEqualTo("1200 test windows hold the same samples as training windows of another session, for example"
                        + " s1 and s2: one recording was filed twice.");
    }

    private static Datasets windows() {
        return Datasets.of("graze", "rest").cut(WindowSpec.nonOverlapping(LENGTH));
    }

    private static Fold fold(int[] train, int[] test) {
        return new Fold("f", train, test);
    }

    private static List<LeakKind> kinds(Dataset dataset, int[] train, int[] test) {
        return LeakCheck.of(dataset, fold(train, test)).stream().map(Leak::kind).toList();
    }

    private static float[] noise(long seed) {
        var random = new Random(seed);
        float[] values = new float[3 * LENGTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
