package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private static final Predictions FOUR = new Predictions(
            List.of("graze", "rest"), List.of("a", "b", "a", "a"), new int[] {0, 0, 1, 0}, new int[] {0, 1, 1, 1});

    @Test
    void eachWindowStandsForItsTime() {
        assertThat(TimeBudget.ofTruth(FOUR, 30))
                .isEqualTo(new TimeBudget(
                        List.of("graze", "rest"),
                        Map.of("a", Map.of("graze", 1.0, "rest", 0.5), "b", Map.of("graze", 0.5, "rest", 0.0))));
    }

    @Test
    void labelsAndModelHaveTheirOwnBudgets() {
        assertThat(TimeBudget.ofAnswers(FOUR, 60).total("rest")).isEqualTo(3);
    }

    @Test
    void sharesAreOfTheAnimalsOwnTime() {
        assertThat(TimeBudget.ofTruth(FOUR, 30).share("a", "rest")).isEqualTo(1 / 3.0);
    }
}
