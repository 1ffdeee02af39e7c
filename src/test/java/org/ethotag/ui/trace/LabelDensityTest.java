package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;

class LabelDensityTest {
    @Test
    void aColumnTellsWhatIsMostOfItAndHowMuchIsLabelled() {
        var density = LabelDensity.of(List.of(bout(0, 30, "a"), bout(30, 80, "b"), bout(150, 175, "a")), 200, 2);
        assertThat(density.dominant()).containsExactly(1, 0);
        assertThat(density.labelled()).containsExactly(0.8f, 0.25f);
    }

    @Test
    void boutsThatOverlapAreLabelledOnce() {
        var density = LabelDensity.of(List.of(bout(0, 60, "a"), bout(20, 40, "b")), 100, 1);
        assertThat(density.labelled()).containsExactly(0.6f);
        assertThat(density.codes().get(density.dominant()[0])).isEqualTo("a");
    }

    @Test
    void nothingLabelledIsNothing() {
        var density = LabelDensity.of(List.of(), 0, 3);
        assertThat(density.dominant()).containsExactly(-1, -1, -1);
        assertThat(density.labelled()).containsExactly(0, 0, 0);
    }

    @Test
    void countingSampleBySampleGivesTheSame() {
        trials(100, random -> {
            int columns = 1 + random.nextInt(20);
            int length = columns * (1 + random.nextInt(40));
            var bouts = new ArrayList<Bout>();
            for (int at = random.nextInt(20); at < length - 1; ) {
                int to = Math.min(length, at + 1 + random.nextInt(30));
                bouts.add(bout(at, to, "b" + random.nextInt(4)));
                at = to + random.nextInt(3) * random.nextInt(30);
            }
            var density = LabelDensity.of(bouts, length, columns);
            for (int column = 0; column < columns; column++) {
                var counts = new HashMap<String, Integer>();
                int each = length / columns;
                for (long sample = (long) column * each; sample < (column + 1L) * each; sample++) {
                    long here = sample;
                    bouts.stream()
                            .filter(b -> b.range().contains(here))
                            .forEach(b -> counts.merge(b.behaviour(), 1, Integer::sum));
                }
                int labelled = counts.values().stream().mapToInt(n -> n).sum();
                int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
                assertThat(density.labelled()[column]).isCloseTo((float) labelled / each, within(1e-5f));
                if (most > 0) {
                    assertThat(counts.get(density.codes().get(density.dominant()[column])))
                            .isEqualTo(most);
                }
            }
        });
    }

    private static Bout bout(long from, long to, String behaviour) {
        return new Bout(new SampleRange(from, to), behaviour);
    }
}
