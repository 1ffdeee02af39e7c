package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
    @Test
    void logitsThatAreLogarithmsOfSharesGiveTheShares() {
        var half = Probabilities.softmax(new double[][] {{Math.log(1), Math.log(2), Math.log(5)}});
        assertThat(half.of(0, 0)).isCloseTo(1 / 8.0, within(1e-7));
        assertThat(half.of(0, 1)).isCloseTo(2 / 8.0, within(1e-7));
        assertThat(half.of(0, 2)).isCloseTo(5 / 8.0, within(1e-7));
        assertThat(half.confidence(0)).isCloseTo(5 / 8.0, within(1e-7));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        var sure = Probabilities.softmax(new double[][] {{3e8, -3e8}});
        assertThat(sure.toArray()).containsExactly(1, 0);
    }

    @Test
    void logitsThatAreNotNumbersSayNothing() {
        assertThat(Probabilities.softmax(new double[][] {{Double.NaN, 1}, {Double.POSITIVE_INFINITY, 0}})
                        .toArray())
                .containsExactly(0.5f, 0.5f, 0.5f, 0.5f);
    }

    @Test
    void foldsAreJoinedInOrderAndAnUnknownFoldMakesAllUnknown() {
        var one = Probabilities.of(2, new float[] {0.25f, 0.75f});
        var two = Probabilities.of(2, new float[] {1, 0});
        assertThat(one.followedBy(two)).isEqualTo(Probabilities.of(2, new float[] {0.25f, 0.75f, 1, 0}));
        assertThat(one.followedBy(Probabilities.none())).isEqualTo(Probabilities.none());
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Probabilities.of(2, new float[] {0.5f, Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Probabilities.of(2, new float[] {0.5f, 1.5f}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
