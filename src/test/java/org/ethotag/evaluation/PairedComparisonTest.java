package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
    private static final List<String> CLASSES = List.of("graze", "rest");

    @Test
    void exactMcNemarOfNineAgainstTwoIs134Of2048() {
        // 2 (C(11,0) + C(11,1) + C(11,2)) / 2^11, by hand
        assertThat(PairedComparison.exactMcNemar(9, 2)).isCloseTo(134.0 / 2048, within(1e-12));
    }

    @Test
    void evenlyDividedDisagreementsSayNothing() {
        assertThat(PairedComparison.exactMcNemar(7, 7)).isEqualTo(1);
    }

    @Test
    void withoutDisagreementsNothingIsSaid() {
        assertThat(PairedComparison.exactMcNemar(0, 0)).isEqualTo(1);
    }

    @Test
    void exactMcNemarIsTheSumOfBinomialCoefficients() {
        trials(200, random -> {
            int first = random.nextInt(25);
            int second = random.nextInt(25);
            double tail = 0;
            double coefficient = 1;
            for (int k = 0; k <= Math.min(first, second); k++) {
                tail += coefficient;
                coefficient = coefficient * (first + second - k) / (k + 1);
            }
            double expected = Math.min(1, 2 * tail / Math.pow(2, first + second));
            assertThat(PairedComparison.exactMcNemar(first, second)).isCloseTo(expected, within(1e-9));
        });
    }

    @Test
    void windowsThatOnlyOneGotRightAreCounted() {
        int[] truth = {0, 0, 1, 1};
        assertThat(PairedComparison.of(answers(truth, 0, 0, 1, 0), answers(truth, 0, 1, 0, 1)))
                .isEqualTo(new PairedComparison(1 / Math.sqrt(3), 2, 1, 1)); // MCC 1/sqrt(3) against 0
    }

    @Test
    void predictionsForDifferentWindowsAreNotCompared() {
        var first = answers(new int[] {0, 1}, 0, 1);
        var second = answers(new int[] {1, 1}, 0, 1);
        assertThatThrownBy(() -> PairedComparison.of(first, second)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        var predictions = BootstrapIntervalTest.herd(6, 1);
        var interval =
                PairedComparison.interval(predictions, predictions, 100, 1).orElseThrow();
        assertThat(List.of(interval.low(), interval.high())).containsExactly(0.0, 0.0);
    }

    private static Predictions answers(int[] truth, int... answer) {
        return new Predictions(CLASSES, Collections.nCopies(truth.length, "a"), truth, answer);
    }
}
