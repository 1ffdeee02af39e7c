package org.ethotag.flash.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethotag.flash.TagProfiles;
import org.junit.jupiter.api.Test;

class ModelCostTest {
    private static final double INSTRUCTION = 1e-3;

    @Test
    void theFormulaGoesThroughTheCountsThatItWasFittedTo() {
        var m3 = Core.CORTEX_M3.fixed(16);
        assertThat(m3.of(16, 256)).isCloseTo(827_777, within(INSTRUCTION));
        assertThat(m3.of(32, 256)).isCloseTo(2_506_639, within(INSTRUCTION));
        assertThat(m3.of(64, 256)).isCloseTo(8_518_571, within(INSTRUCTION));
        assertThat(Core.CORTEX_M4F.fixed(16).of(32, 256)).isCloseTo(1_589_135, within(INSTRUCTION));
        assertThat(Core.CORTEX_M4F.floating().of(64, 256)).isCloseTo(21_900_000, within(INSTRUCTION));
    }

    @Test
    void halfTheStepsAreHalfTheInstructions() {
        assertThat(Core.CORTEX_M3.fixed(16).of(32, 128)).isCloseTo(1_253_319.5, within(INSTRUCTION));
    }

    @Test
    void thirtyTwoUnitsTakeAboutEightyFiveMillisecondsOnTheCollar() {
        // 2.59 million instructions at 48 MHz are about 88 ms, so 2.507 million are 88 * 2.507 / 2.59 = 85.2 ms
        var cost = ModelCost.of(
                new NetworkSize(32, 256, 16, 11_000, 500, 900_000),
                TagProfiles.builtIn().named("collar-cc2650"));
        assertThat(cost.inferenceMs()).isCloseTo(85.2, within(0.5));
        assertThat(cost.fits()).isTrue();
    }

    @Test
    void aModelLargerThanTheFlashDoesNotFit() {
        var cost = ModelCost.of(
                new NetworkSize(64, 256, 16, 40_961, 500, 1),
                TagProfiles.builtIn().named("collar-cc2650"));
        assertThat(cost.fits()).isFalse();
    }
}
