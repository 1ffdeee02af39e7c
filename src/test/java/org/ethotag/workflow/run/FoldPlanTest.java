package org.ethotag.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Window;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;
import org.ethotag.workflow.LeakGuard;
import org.ethotag.workflow.WorkflowProblem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FoldPlanTest {
    private static final int LENGTH = 16;
    private static final List<FoldPlan> PLANS = List.of(
            new FoldPlan.EachAnimal(),
            new FoldPlan.Groups(2),
            new FoldPlan.HeldOut(Set.of("b", "cow 12, left herd")),
            new FoldPlan.Leaky(5));

    @Test
    void everyPlanComesBackFromItsText() {
        for (FoldPlan plan : PLANS) {
            assertThat(FoldPlan.parse(plan.text())).isEqualTo(plan);
        }
    }

    @Test
    void whatIsNoPlanIsRefused() {
        for (String text : List.of("", "windows", "random", "random:", "folds:3", "-1", "99999", "held-out")) {
            assertThatThrownBy(() -> FoldPlan.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void onlyTheLeakyPlanSaysThatItIsLeaky() {
        assertThat(PLANS)
                .filteredOn(plan -> plan.words().startsWith(FoldPlan.LEAKY_MARK))
                .containsExactly(new FoldPlan.Leaky(5));
    }

    @Test
    void theGuardLetsFairPlansPassAndTellsWhatALeakyOneLeaks() {
        var herd = herd(LENGTH);
        assertThat(LeakGuard.check(herd, new FoldPlan.EachAnimal().of(herd, 0))).isEmpty();
        assertThat(LeakGuard.check(herd, new FoldPlan.Groups(2).of(herd, 0))).isEmpty();
        assertThat(LeakGuard.check(herd, new FoldPlan.HeldOut(Set.of("b")).of(herd, 0)))
                .isEmpty();
        assertThat(LeakGuard.check(herd, new FoldPlan.Leaky(2).of(herd, 0)))
                .anyMatch(words -> words.contains("come from animals that are also learnt from"));
    }

    /** Five ways in which studies fool themselves, as folds that do not say so. */
    @TestFactory
    Stream<DynamicTest> aLeakyDesignThatDoesNotSaySoIsStopped() {
        var herd = herd(LENGTH);
        var overlapping = herd(LENGTH / 2);
        return Stream.of(
                stopped("windows of one animal on both sides", herd, fold(List.of(0, 1, 8), List.of(3)), "animals"),
                stopped("one session on both sides", renamed(herd), fold(List.of(0, 1), List.of(2)), "sessions"),
                stopped("windows that overlap", renamed(overlapping), fold(List.of(0, 2), List.of(1)), "share samples"),
                stopped("the same window twice", renamed(herd), fold(List.of(0, 1), List.of(1)), "at once"),
                stopped(
                        "one recording under two animals",
                        doubled(herd),
                        fold(List.of(0, 1), List.of(12)),
                        "same samples"));
    }

    private static DynamicTest stopped(String design, Dataset dataset, Fold fold, String words) {
        return DynamicTest.dynamicTest(
                design,
                () -> assertThatThrownBy(() -> LeakGuard.check(dataset, List.of(fold)))
                        .isInstanceOfSatisfying(ProblemException.class, leak -> {
                            assertThat(leak.problem().code()).isEqualTo(WorkflowProblem.LEAKY_FOLD);
                            assertThat(org.ethotag.dataset.LeakCheck.of(dataset, fold))
                                    .anyMatch(found -> found.words().contains(words));
                        }));
    }

    private static Fold fold(List<Integer> train, List<Integer> test) {
        return new Fold("fold", ints(train), ints(test));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Three animals with a session and four windows each: a 0 to 3, b 4 to 7, c 8 to 11. */
    private static Dataset herd(int stride) {
        var random = new Random(1);
        var windows = new ArrayList<Window>();
        var values = new ArrayList<float[]>();
        for (String animal : List.of("a", "b", "c")) {
            for (int i = 0; i < 4; i++) {
                windows.add(new Window(
                        "session " + animal,
                        animal,
                        new SampleRange((long) i * stride, (long) i * stride + LENGTH),
                        i % 2));
                float[] one = new float[3 * LENGTH];
                for (int k = 0; k < one.length; k++) {
                    one[k] = random.nextFloat();
                }
                values.add(one);
            }
        }
        return new Dataset(
                List.of("grazing", "resting"), new SampleRate(50_000), new WindowSpec(LENGTH, stride), windows, values);
    }

    /** Every window under an animal of its own, so that only the session tells. */
    private static Dataset renamed(Dataset herd) {
        var windows = new ArrayList<Window>();
        for (int i = 0; i < herd.size(); i++) {
            var window = herd.windows().get(i);
            windows.add(new Window(window.session(), "animal " + i, window.range(), window.label()));
        }
        return with(herd, windows, values(herd));
    }

    /** The first animal's recording once more, under another name: 12 to 15. */
    private static Dataset doubled(Dataset herd) {
        var windows = new ArrayList<>(herd.windows());
        var values = values(herd);
        for (int i = 0; i < 4; i++) {
            var window = herd.windows().get(i);
            windows.add(new Window("copy", "d", window.range(), window.label()));
            values.add(herd.valuesG(i));
        }
        return with(herd, windows, values);
    }

    private static List<float[]> values(Dataset herd) {
        var values = new ArrayList<float[]>();
        for (int i = 0; i < herd.size(); i++) {
            values.add(herd.valuesG(i));
        }
        return values;
    }

    private static Dataset with(Dataset herd, List<Window> windows, List<float[]> values) {
        return new Dataset(herd.classes(), herd.rate(), herd.spec(), windows, values);
    }
}
