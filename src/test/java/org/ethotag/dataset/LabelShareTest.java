package org.ethotag.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelShareTest {
    private static final List<String> HERD = List.of("a", "b", "c", "d", "e", "f", "g");

    @Test
    void everyAnimalLendsItsLabelsEquallyOften() {
        for (int share = 1; share < HERD.size(); share++) {
            var times = new TreeMap<String, Integer>();
            for (String heldOut : HERD) {
                new LabelShare(share)
                        .of(HERD, Set.of(heldOut), 5)
                        .forEach(animal -> times.merge(animal, 1, Integer::sum));
            }
            assertThat(times.values()).hasSize(HERD.size()).containsOnly(share);
        }
    }

    @Test
    void aSmallerShareIsPartOfALargerOne() {
        for (String heldOut : HERD) {
            for (int share = 1; share < HERD.size() - 1; share++) {
                assertThat(new LabelShare(share + 1).of(HERD, Set.of(heldOut), 9))
                        .containsAll(new LabelShare(share).of(HERD, Set.of(heldOut), 9));
            }
        }
    }

    @Test
    void theAnimalHeldOutNeverLendsLabels() {
        for (String heldOut : HERD) {
            assertThat(LabelShare.all().of(HERD, Set.of(heldOut), 0)).hasSize(6).doesNotContain(heldOut);
        }
    }

    @Test
    void theTextComesBackAsItWas() {
        assertEquals(LabelShare.all(), LabelShare.parse(LabelShare.all().text()));
        assertEquals(new LabelShare(4), LabelShare.parse(new LabelShare(4).text()));
        for (String other : List.of("", "0", "-1", "half", "99999999")) {
            assertThatThrownBy(() -> LabelShare.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
