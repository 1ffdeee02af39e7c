package org.ethotag.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The made-up herd against what was measured on ten free-grazing dairy cows (doi 10.3389/fvets.2025.1630083; windows of
 * 5.1 s at 10 Hz). Figures in g as that sensor read them; divided by 0.96 for true g.
 */
class SampleHerdTest {
    private static final double SENSOR_READS = 0.96;
    /** By the place in the herd, modulo 10: these collars are turned by 180 degrees, which changes the sign of x and y. */
    private static final Set<Integer> TURNED = Set.of(2, 4, 5, 8, 0);
    /** This one is turned by 90 degrees and left out. */
    private static final int QUARTER_TURNED = 6;

    private static final int ANIMALS = 20;
    private static final int SHIPPED_ANIMALS = 8;

    private static HerdProbe herd;

    @BeforeAll
    static void makeTwiceAsManyAnimalsAsWereMeasured() {
        var sample = HerdSettings.sampleData();
        herd = HerdProbe.of(new HerdSettings(
                sample.seed(), ANIMALS, sample.rate(), sample.duration(), sample.timeCompression(), sample.start()));
    }

    @Test
    void gravityLiesAsMeasuredWhileGrazing() {
        // 0.19, -0.67, -0.64; animals differ by 0.19, 0.13, 0.09, so the mean of nine cows by a third of that: two of
        // these
        assertMeanPose("grazing", 0.19, -0.67, -0.64, 0.13, 0.09, 0.06);
    }

    @Test
    void gravityLiesAsMeasuredWhileWalking() {
        // 0.18, -0.32, -0.87; animals differ by 0.21, 0.15, 0.04
        assertMeanPose("walking", 0.18, -0.32, -0.87, 0.14, 0.10, 0.04);
    }

    @Test
    void strengthOfGrazingIsAsMeasured() {
        assertNormSd("grazing", 0.137, 0.211, 0.305);
    }

    @Test
    void strengthOfWalkingIsAsMeasured() {
        assertNormSd("walking", 0.074, 0.106, 0.156);
    }

    @Test
    void strengthOfRestingLiesBetweenLyingAndStanding() {
        double median = HerdProbe.quantile(herd.each("resting", HerdProbe::normSd), 0.5);
        assertThat(median * SENSOR_READS).isBetween(0.017, 0.026); // lying 0.020, standing 0.025
    }

    @Test
    void strengthIsNearLogNormalWithTheMeasuredSpread() {
        assertThat(logSpread("grazing")).isCloseTo(0.15, within(0.03));
        assertThat(logSpread("walking")).isCloseTo(0.13, within(0.03));
        assertThat(logSpread("resting")).isCloseTo(0.29, within(0.06)); // lying 0.30, standing 0.28
    }

    @Test
    void rhythmOfGrazingIsThatOfBitesOrJaw() {
        assertMedianHz("grazing", 2.9, 0.5); // measured 1.7, 2.9, 4.5
    }

    @Test
    void rhythmOfWalkingIsThatOfSteps() {
        assertMedianHz("walking", 1.9, 0.3); // measured 1.3, 1.9, 2.7
    }

    @Test
    void rhythmOfRestingIsThatOfChewing() {
        assertMedianHz("resting", 2.6, 0.3); // measured 2.4, 2.7, 3.5 lying
    }

    @Test
    void twoNumbersTellBehavioursApartAsWellAsOnRealCattleAndNoBetter() {
        // a tree of depth 3 on the same two numbers, leaving one of ten cows out: 0.811
        assertThat(herd.treeMcc(SHIPPED_ANIMALS)).isBetween(0.74, 0.86);
    }

    @Test
    void everyAnimalDoesEverything() {
        for (String animal : herd.dataset().animals().subList(0, SHIPPED_ANIMALS)) {
            int[] own = IntStream.of(herd.dataset().allIndices())
                    .filter(i -> herd.dataset().windows().get(i).animal().equals(animal))
                    .toArray();
            assertThat(herd.dataset().only(own).countsPerClass())
                    .as(animal)
                    .satisfies(counts -> assertThat(IntStream.of(counts)).allMatch(count -> count >= 3));
        }
    }

    private static void assertMeanPose(
            String name, double x, double y, double z, double withinX, double withinY, double withinZ) {
        double[] mean = new double[3];
        int windows = 0;
        for (int i : herd.dataset().allIndices()) {
            var window = herd.dataset().windows().get(i);
            if (herd.dataset().classes().get(window.label()).equals(name) && place(window.animal()) != QUARTER_TURNED) {
                float[] values = herd.dataset().valuesG(i);
                double sign = TURNED.contains(place(window.animal())) ? -1 : 1;
                mean[0] += sign * HerdProbe.mean(values, 0);
                mean[1] += sign * HerdProbe.mean(values, 1);
                mean[2] += HerdProbe.mean(values, 2);
                windows++;
            }
        }
        assertThat(mean[0] / windows * SENSOR_READS).isCloseTo(x, within(withinX));
        assertThat(mean[1] / windows * SENSOR_READS).isCloseTo(y, within(withinY));
        assertThat(mean[2] / windows * SENSOR_READS).isCloseTo(z, within(withinZ));
    }

    private static int place(String animal) {
        return Integer.parseInt(animal.substring("cow".length())) % 10;
    }

    /** 10th, 50th and 90th percentile within 15 %: animals of the source differ by about 12 % (0.05 in log10). */
    private static void assertNormSd(String name, double p10, double p50, double p90) {
        double[] sorted = herd.each(name, HerdProbe::normSd);
        assertThat(HerdProbe.quantile(sorted, 0.1) * SENSOR_READS).isCloseTo(p10, within(0.15 * p10));
        assertThat(HerdProbe.quantile(sorted, 0.5) * SENSOR_READS).isCloseTo(p50, within(0.15 * p50));
        assertThat(HerdProbe.quantile(sorted, 0.9) * SENSOR_READS).isCloseTo(p90, within(0.15 * p90));
    }

    private static double logSpread(String name) {
        double[] log = Arrays.stream(herd.each(name, HerdProbe::normSd))
                .map(Math::log10)
                .toArray();
        double mean = Arrays.stream(log).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(log).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }

    private static void assertMedianHz(String name, double hertz, double tolerance) {
        SampleRate rate = herd.dataset().rate();
        double[] sorted = herd.each(name, values -> HerdProbe.dominantHz(values, rate.hertz()));
        assertThat(HerdProbe.quantile(sorted, 0.5)).isCloseTo(hertz, within(tolerance));
    }
}
