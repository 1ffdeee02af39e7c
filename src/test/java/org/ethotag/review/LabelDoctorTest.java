package org.ethotag.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.review.LabelDoctor.Sign;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.ArrayTrace;
import org.junit.jupiter.api.Test;

class LabelDoctorTest {
    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");

    private static BoutFacts bout(String session, String label, double from, double to, double vedbaG) {
        return new BoutFacts(
                session,
                session,
                "cow",
                new Bout(new SampleRange(0, Math.max(1, (long) (10 * (to - from)))), label),
                START.plusMillis((long) (1000 * from)),
                START.plusMillis((long) (1000 * to)),
                vedbaG);
    }

    private static List<BoutFacts> resting() {
        var bouts = new ArrayList<BoutFacts>();
        for (int i = 0; i < 10; i++) {
            bouts.add(bout("r" + i, "rest", 1000 * i, 1000 * i + 60, 0.02 + 0.001 * i));
        }
        return bouts;
    }

    @Test
    void aRestingBoutAsLivelyAsWalkingIsImplausible() {
        var bouts = resting();
        var odd = bout("odd", "rest", 20_000, 20_060, 0.3);
        bouts.add(odd);
        var signs = LabelDoctor.examine(bouts);
        assertThat(signs).containsOnlyKeys(odd);
        assertThat(signs.get(odd)).singleElement().satisfies(sign -> {
            var implausible = (Sign.Implausible) sign;
            assertThat(implausible.deviations()).isGreaterThan(LabelDoctor.FAR);
            assertThat(implausible.withinAnimal()).isTrue();
        });
    }

    @Test
    void aFewBoutsAreNoMeasureOfWhatIsUsual() {
        var few = resting().subList(0, 4);
        var all = new ArrayList<>(few);
        all.add(bout("odd", "rest", 20_000, 20_060, 0.3));
        assertEquals(Map.of(), LabelDoctor.examine(all));
    }

    @Test
    void theShorterOfTwoBoutsAtTheSameTimeIsListedWithWhatItShares() {
        var longer = bout("long", "graze", 0, 300, 0.1);
        var twin = bout("twin", "graze", 290, 320, 0.1);
        var inside = bout("inside", "walk", 100, 120, 0.2);
        assertEquals(
                Map.of(
                        twin, List.of(new Sign.Doubled("long", 10)),
                        inside, List.of(new Sign.Nested("long", "graze", 20))),
                LabelDoctor.examine(List.of(longer, twin, inside)));
    }

    @Test
    void boutsThatShareABorderSampleFollowOneAnother() {
        assertEquals(
                Map.of(), LabelDoctor.examine(List.of(bout("a", "graze", 0, 60, 0.1), bout("b", "walk", 60, 90, 0.2))));
    }

    /** A sine of amplitude 1 has a mean length of 2 / pi; a running mean over two whole periods is 0. */
    @Test
    void vedbaIsTheMeanLengthWithoutTheSlowPart() {
        float[][] g = new float[3][4000];
        for (int i = 0; i < g[0].length; i++) {
            g[0][i] = (float) Math.sin(2 * Math.PI * i / 25);
            g[2][i] = 1;
        }
        var bout = new Bout(new SampleRange(0, g[0].length), "any");
        assertEquals(2 / Math.PI, BoutFacts.vedbaG(new ArrayTrace(g), bout, new SampleRate(25)), 0.02);
    }
}
