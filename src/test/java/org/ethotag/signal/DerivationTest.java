package org.ethotag.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethotag.testkit.ArrayTrace;
import org.junit.jupiter.api.Test;

/**
 * Expected values are those of NumPy 2.4.6 and pandas 3.0.6 in double precision ({@code rolling(25, center=True,
 * min_periods=1).mean()}, {@code arctan2}) for the same single-precision samples.
 */
class DerivationTest {
    private static final int[] PLACES = {0, 5, 12, 13, 200, 387, 399};
    private static final int LENGTH = 400;
    /** A float has 24 bits; angles go up to 20 degrees. */
    private static final float CLOSE = 2e-6f;

    private final ArrayTrace trace = Waves.trace(LENGTH);

    private Derivation derivation(SampleRange... stretches) {
        return new Derivation(trace, List.of(stretches), new StaticComponent(12));
    }

    private void assertValues(Quantity quantity, double... expected) {
        float[] all = derivation().of(quantity, new SampleRange(0, LENGTH));
        for (int i = 0; i < PLACES.length; i++) {
            assertThat(all[PLACES[i]])
                    .as("%s of sample %d", quantity, PLACES[i])
                    .isCloseTo((float) expected[i], within(CLOSE * Math.max(1, (float) Math.abs(expected[i]))));
        }
    }

    @Test
    void theNormIsTheLengthOfTheVector() {
        assertValues(
                Quantity.NORM, 0.538516482, 1.2767537, 1.6583124, 0.509215077, 0.384447668, 0.410365691, 0.381313529);
    }

    @Test
    void vedbaIsTheLengthOfWhatTheRunningMeanLeaves() {
        assertValues(
                Quantity.VEDBA,
                1.18081158,
                0.512174617,
                0.656279091,
                0.725507177,
                0.648720206,
                0.637122778,
                0.820646669);
    }

    @Test
    void odbaIsTheSumOfWhatTheRunningMeanLeaves() {
        assertValues(
                Quantity.ODBA, 1.86769231, 0.834444443, 0.838000009, 1.20160003, 1.00599999, 0.891200001, 1.37307693);
    }

    @Test
    void pitchIsTheAngleOfXAboveTheHorizontal() {
        assertValues(
                Quantity.PITCH,
                -3.68616145,
                -2.77629282,
                -1.09512089,
                -0.718619858,
                0.781724137,
                -0.200592566,
                1.16416399);
    }

    @Test
    void rollIsTheTurnAroundX() {
        assertValues(Quantity.ROLL, 12.1836566, 12.1304456, 12.8629261, 14.1342872, 16.887653, 20.4017632, 18.08721);
    }

    @Test
    void aStillTagTellsItsPosture() {
        var nose = new ArrayTrace(new float[][] {{0.5f}, {0}, {(float) Math.sqrt(0.75)}});
        var side = new ArrayTrace(new float[][] {{0}, {1}, {0}});
        var one = new SampleRange(0, 1);
        assertThat(new Derivation(nose, List.of(), new StaticComponent(0)).of(Quantity.PITCH, one)[0])
                .isCloseTo(30, within(1e-4f));
        assertThat(new Derivation(side, List.of(), new StaticComponent(0)).of(Quantity.ROLL, one)[0])
                .isEqualTo(90);
    }

    @Test
    void anyPartIsTheSameAsThatPartOfTheWhole() {
        for (var quantity : Quantity.values()) {
            float[] all = derivation().of(quantity, new SampleRange(0, LENGTH));
            float[] part = derivation().of(quantity, new SampleRange(117, 290));
            for (int i = 0; i < part.length; i++) {
                assertThat(part[i]).as("%s", quantity).isCloseTo(all[117 + i], within(CLOSE * 20));
            }
        }
    }

    @Test
    void theRunningMeanEndsAtAGap() {
        var gap = derivation(new SampleRange(0, 100), new SampleRange(100, LENGTH));
        var alone = new Derivation(
                new ArrayTrace(trace.read(new SampleRange(0, 100)).toArray()), List.of(), new StaticComponent(12));
        assertThat(gap.of(Quantity.VEDBA, new SampleRange(80, 100)))
                .isEqualTo(alone.of(Quantity.VEDBA, new SampleRange(80, 100)));
    }

    @Test
    void aMissingValueIsMissingItselfAndSparesItsNeighbours() {
        float[][] holed = trace.read(new SampleRange(0, LENGTH)).toArray();
        holed[1][50] = Float.NaN;
        float[] vedba = new Derivation(new ArrayTrace(holed), List.of(), new StaticComponent(12))
                .of(Quantity.VEDBA, new SampleRange(0, LENGTH));
        assertThat(vedba[50]).isNaN();
        assertThat(vedba[49]).isFinite();
        assertThat(vedba[51]).isFinite();
    }

    @Test
    void theUsualMeanLastsTwoSeconds() {
        assertThat(List.of(
                        StaticComponent.usual(new SampleRate(50)).lengthSamples(),
                        StaticComponent.usual(new SampleRate(62.5)).lengthSamples(),
                        StaticComponent.usual(new SampleRate(10)).lengthSamples()))
                .isEqualTo(List.of(101, 125, 21));
    }
}
