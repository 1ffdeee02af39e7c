package org.ethotag.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedSpreadTest {
    @Test
    void spreadIsTheSampleStandardDeviation() {
        var spread = new SeedSpread(List.of(2.0, 4.0, 9.0)); // mean 5, squares 9 + 1 + 16 = 26, over 2
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.spread()).isCloseTo(Math.sqrt(13), within(1e-12));
    }

    @Test
    void nobodyIsBetterByTwoSeeds() {
        assertThat(verdict(List.of(0.9, 0.91), List.of(0.5, 0.5)))
                .isEqualTo("distilled minus student: +0.4050 with 2 seeds; 3 are needed to rank them.");
        assertThat(verdict(List.of(0.9), List.of(0.5)))
                .isEqualTo("distilled minus student: +0.4000 with 1 seed; 3 are needed to rank them.");
    }

    @Test
    void betterTakesThreeSeedsThatAgree() {
        assertThat(verdict(List.of(0.91, 0.92, 0.93), List.of(0.90, 0.90, 0.90)))
                .isEqualTo(
                        "distilled is better than student with each of 3 seeds, by 0.0200 on average (spread 0.0100).");
        assertThat(verdict(List.of(0.5, 0.5, 0.5), List.of(0.6, 0.6, 0.6)))
                .isEqualTo(
                        "student is better than distilled with each of 3 seeds, by 0.1000 on average (spread 0.0000).");
    }

    @Test
    void seedsThatDisagreeSayNothing() {
        assertThat(verdict(List.of(0.91, 0.89, 0.90), List.of(0.90, 0.90, 0.90)))
                .isEqualTo(
                        "distilled and student: no difference that holds over 3 seeds (mean +0.0000, spread 0.0100).");
    }

    private static String verdict(List<Double> first, List<Double> second) {
        return SeedSpread.verdict("distilled", new SeedSpread(first), "student", new SeedSpread(second));
    }
}
