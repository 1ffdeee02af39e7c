package org.ethotag.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Trace;
import org.ethotag.signal.WindowSpec;
import org.ethotag.testkit.InMemoryTrace;
import org.junit.jupiter.api.Test;

class WindowingTest {
    private static final SampleRate RATE = new SampleRate(10);
    private static final ClassMap CLASSES = ClassMap.parse("grazing=graze,resting=lie+stand");

    @Test
    void windowsStartAtEachBoutAndKeepInside() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 1, "0-25 graze", "25-47 lie"))
                .containsExactly("0-10 grazing", "10-20 grazing", "25-35 resting", "35-45 resting");
    }

    @Test
    void aChangeOfBehaviourInsideAClassIsALabelChangeToo() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 1, "0-15 stand", "15-30 lie"))
                .containsExactly("0-10 resting", "15-25 resting");
    }

    @Test
    void windowsNeverCrossAGap() {
        var windowing = new Windowing(WindowSpec.nonOverlapping(10), CLASSES, 1);
        windowing.add("s", "a", RATE, InMemoryTrace.counting(100), stretches("0-15", "15-40"), bouts("0-40 graze"));
        assertThat(texts(windowing)).containsExactly("0-10 grazing", "15-25 grazing", "25-35 grazing");
    }

    @Test
    void aSmallerStrideOverlapsWindows() {
        assertThat(cut(new WindowSpec(10, 4), 1, "3-22 graze"))
                .containsExactly("3-13 grazing", "7-17 grazing", "11-21 grazing");
    }

    @Test
    void behavioursInNoClassGiveNoWindow() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 1, "0-20 lick", "20-30 graze"))
                .containsExactly("20-30 grazing");
    }

    @Test
    void samplesThatTwoBehavioursClaimAreInNoWindow() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 1, "0-40 graze", "10-21 stand"))
                .containsExactly("0-10 grazing", "21-31 grazing");
    }

    @Test
    void aBoutEnteredTwiceCountsOnce() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 1, "0-20 graze", "0-20 graze"))
                .containsExactly("0-10 grazing", "10-20 grazing");
    }

    @Test
    void belowFullPurityTheMajorityLabelsAMixedWindow() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 0.6, "0-14 graze", "14-30 lie"))
                .containsExactly("0-10 grazing", "10-20 resting", "20-30 resting");
    }

    @Test
    void twoBehavioursOfOneClassCountTogether() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 0.8, "0-4 stand", "4-8 lie", "8-10 graze"))
                .containsExactly("0-10 resting");
    }

    @Test
    void tooMixedAWindowIsDropped() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 0.8, "0-15 graze", "15-30 lie"))
                .containsExactly("0-10 grazing", "20-30 resting");
    }

    @Test
    void afterUnlabelledSamplesMixedWindowsStartWithTheNextBout() {
        assertThat(cut(WindowSpec.nonOverlapping(10), 0.8, "0-10 graze", "33-45 lie"))
                .containsExactly("0-10 grazing", "33-43 resting");
    }

    @Test
    void aWindowHoldsTheSamplesOfItsRange() {
        var windowing = new Windowing(WindowSpec.nonOverlapping(3), CLASSES, 1);
        windowing.add("s", "a", RATE, InMemoryTrace.counting(10), stretches("0-10"), bouts("4-7 graze"));
        assertThat(windowing.dataset().valuesG(0)).containsExactly(4, 5, 6, -4, -5, -6, 1, 1, 1);
    }

    @Test
    void aWindowWithASampleThatIsNoNumberIsSkippedAndCounted() {
        var windowing = new Windowing(WindowSpec.nonOverlapping(10), CLASSES, 1);
        var trace = InMemoryTrace.counting(40).with(2, 14, Float.NaN);
        windowing.add("s", "a", RATE, trace, stretches("0-40"), bouts("0-30 graze"));
        assertThat(texts(windowing)).containsExactly("0-10 grazing", "20-30 grazing");
        assertThat(windowing.counts().skipped().notFinite()).isOne();
    }

    @Test
    void countsTellWhatWasCutAndWhatWasNot() {
        var windowing = new Windowing(WindowSpec.nonOverlapping(10), CLASSES, 1);
        var trace = InMemoryTrace.counting(100);
        windowing.add("s1", "a", RATE, trace, stretches("0-100"), bouts("0-25 graze", "25-30 stand", "40-60 lick"));
        windowing.add("s2", "b", RATE, trace, stretches("0-100"), bouts("0-10 graze", "5-30 lie"));
        assertThat(windowing.counts())
                .isEqualTo(new WindowCounts(
                        List.of("grazing", "resting"),
                        List.of(
                                new WindowCounts.Row("graze", "grazing", 2, Map.of("a", 2, "b", 0)),
                                new WindowCounts.Row("lick", "", 1, Map.of("a", 0)),
                                new WindowCounts.Row("lie", "resting", 1, Map.of("b", 2)),
                                new WindowCounts.Row("stand", "resting", 1, Map.of("a", 0))),
                        new WindowCounts.Skipped(1, 2, 0, 0, 5)));
    }

    @Test
    void emptyClassesAreNamed() {
        var windowing = new Windowing(WindowSpec.nonOverlapping(10), CLASSES, 1);
        windowing.add("s", "a", RATE, InMemoryTrace.counting(30), stretches("0-30"), bouts("0-30 graze"));
        assertThat(windowing.counts().emptyClasses()).containsExactly("resting");
    }

    @Test
    void sessionsOfClearlyDifferentRatesAreRefused() {
        var windowing = new Windowing(WindowSpec.nonOverlapping(10), CLASSES, 1);
        Trace trace = InMemoryTrace.counting(30);
        windowing.add("s1", "a", RATE, trace, stretches("0-30"), bouts("0-30 graze"));
        windowing.add("s2", "b", new SampleRate(10.0554), trace, stretches("0-30"), bouts("0-30 graze"));
        assertThatThrownBy(() ->
                        windowing.add("s3", "c", new SampleRate(20), trace, stretches("0-30"), bouts("0-30 graze")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(DatasetProblem.RATES_DIFFER));
    }

    @Test
    void pureWindowsHaveOneBehaviourAndOneStretchWhateverTheLabels() {
        trials(300, random -> {
            var stretches = randomStretches(random);
            var bouts = randomBouts(random);
            var windowing = new Windowing(new WindowSpec(10, 1 + random.nextInt(12)), CLASSES, 1);
            windowing.add("s", "a", RATE, InMemoryTrace.counting(400), stretches, bouts);
            assertThat(windowing.dataset().windows()).allSatisfy(window -> {
                assertThat(stretches).anyMatch(stretch -> stretch.contains(window.range()));
                for (long i = window.range().from(); i < window.range().to(); i++) {
                    long sample = i;
                    assertThat(bouts.stream().filter(bout -> bout.range().contains(sample)))
                            .isNotEmpty()
                            .allMatch(bout -> CLASSES.classOf(bout.behaviour()).orElse(-1) == window.label());
                }
                assertThat(bouts.stream()
                                .filter(bout -> bout.range().overlaps(window.range()))
                                .map(Bout::behaviour)
                                .distinct())
                        .hasSize(1);
            });
        });
    }

    @Test
    void aMixedWindowHasAtLeastThePurityWhateverTheLabels() {
        trials(300, random -> {
            double purity = 0.4 + 0.6 * random.nextDouble() - 1e-9;
            var bouts = randomBouts(random);
            var windowing = new Windowing(new WindowSpec(10, 1 + random.nextInt(12)), CLASSES, purity);
            windowing.add("s", "a", RATE, InMemoryTrace.counting(400), randomStretches(random), bouts);
            assertThat(windowing.dataset().windows()).allSatisfy(window -> {
                long labelled = window.range().from();
                int same = 0;
                for (long i = labelled; i < window.range().to(); i++) {
                    long sample = i;
                    same += bouts.stream()
                                    .anyMatch(bout -> bout.range().contains(sample)
                                            && CLASSES.classOf(bout.behaviour()).orElse(-1) == window.label())
                            ? 1
                            : 0;
                }
                assertThat(same).isGreaterThanOrEqualTo((int) Math.ceil(purity * 10));
            });
        });
    }

    private static List<String> cut(WindowSpec spec, double purity, String... bouts) {
        var windowing = new Windowing(spec, CLASSES, purity);
        windowing.add("s", "a", RATE, InMemoryTrace.counting(100), stretches("0-100"), bouts(bouts));
        return texts(windowing);
    }

    private static List<String> texts(Windowing windowing) {
        var dataset = windowing.dataset();
        return dataset.windows().stream()
                .map(window -> window.range() + " " + dataset.classes().get(window.label()))
                .toList();
    }

    private static List<Bout> bouts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.split(" "))
                .map(parts -> new Bout(range(parts[0]), parts[1]))
                .toList();
    }

    private static List<SampleRange> stretches(String... texts) {
        return Arrays.stream(texts).map(WindowingTest::range).toList();
    }

    private static SampleRange range(String text) {
        var parts = text.split("-");
        return new SampleRange(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static List<SampleRange> randomStretches(Random random) {
        var found = new ArrayList<SampleRange>();
        for (int from = 0; from < 350; ) {
            int to = from + 1 + random.nextInt(50);
            found.add(new SampleRange(from, to));
            from = to + random.nextInt(3);
        }
        return found;
    }

    private static List<Bout> randomBouts(Random random) {
        var found = new ArrayList<Bout>();
        String[] codes = {"graze", "lie", "stand", "lick"};
        for (int from = 0; from < 330; ) {
            int to = from + 1 + random.nextInt(40);
            found.add(new Bout(new SampleRange(from, to), codes[random.nextInt(codes.length)]));
            from = Math.max(0, to + random.nextInt(12) - 3);
        }
        return found;
    }
}
