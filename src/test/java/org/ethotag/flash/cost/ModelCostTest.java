package org.ethotag.flash.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethotag.flash.TagProfiles;
import org.junit.jupiter.api.Test;

class ModelCostTest {
    private static final double INSTRUCTION = 1e-3;

    @Test
    void theFormulaGoesThroughTheCountsThatItWasFittedTo() {
        var m3 = Core.CORTEX_M3.fixed();
        assertThat(m3.of(16, 256)).isCloseTo(850_000, within(INSTRUCTION));
        assertThat(m3.of(32, 256)).isCloseTo(2_590_000, within(INSTRUCTION));
        assertThat(m3.of(64, 256)).isCloseTo(8_840_000, within(INSTRUCTION));
        assertThat(Core.CORTEX_M4F.fixed().of(32, 256)).isCloseTo(1_760_000, within(INSTRUCTION));
        assertThat(Core.CORTEX_M4F.floating().of(64, 256)).isCloseTo(21_900_000, within(INSTRUCTION));
    }

    @Test
    void halfTheStepsAreHalfTheInstructions() {
        assertThat(Core.CORTEX_M3.fixed().of(32, 128)).isCloseTo(1_295_000, within(INSTRUCTION));
    }

    @Test
    void thirtyTwoUnitsTakeAboutEightyEightMillisecondsOnTheCollar() {
        // specification: 2.59 million instructions at 48 MHz are about 88 ms
        var cost = ModelCost.of(
                new NetworkSize(32, 256, 11_000, 500, 900_000),
                TagProfiles.builtIn().named("collar-cc2650"));
        assertThat(cost.inferenceMs()).isCloseTo(88, within(0.5));
        assertThat(cost.fits()).isTrue();
    }

    @Test
    void aModelLargerThanTheFlashDoesNotFit() {
        var cost = ModelCost.of(
                new NetworkSize(64, 256, 40_961, 500, 1), TagProfiles.builtIn().named("collar-cc2650"));
        assertThat(cost.fits()).isFalse();
    }
}
