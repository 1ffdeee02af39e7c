package org.ethotag.flash.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethotag.export.CountedCore;
import org.ethotag.export.WeightLayout;
import org.ethotag.flash.TagProfiles;
import org.junit.jupiter.api.Test;

class ModelCostTest {
    private static final double INSTRUCTION = 1e-3;

    @Test
    void theFormulaGoesThroughTheCountsThatItWasFittedTo() {
        for (CountedCore core : CountedCore.values()) {
            var layout = WeightLayout.forCore(core.word());
            for (int i = 0; i < CountedCore.SIZES.size(); i++) {
                int hidden = CountedCore.SIZES.get(i);
                assertThat(InstructionCount.fixed(core, 16).of(hidden, CountedCore.STEPS))
                        .isCloseTo(core.fixed(16, layout).get(i), within(INSTRUCTION));
                assertThat(InstructionCount.fixed(core, 6).of(hidden, CountedCore.STEPS))
                        .isCloseTo(core.fixed(8, layout).get(i), within(INSTRUCTION));
                assertThat(InstructionCount.floating(core).of(hidden, CountedCore.STEPS))
                        .isCloseTo(core.floating().get(i), within(INSTRUCTION));
            }
        }
    }

    @Test
    void anInputPerceptronCostsWhatWasCountedWithIt() {
        var collar = TagProfiles.builtIn().named("collar-cc2650");
        var core = CountedCore.named(collar.mcu().core()).orElseThrow();
        for (int i = 0; i < CountedCore.SIZES.size(); i++) {
            int hidden = CountedCore.SIZES.get(i);
            var cost = ModelCost.of(new NetworkSize(hidden, hidden, CountedCore.STEPS, 16, 1, 1, 1), collar);
            assertThat(cost.instructions())
                    .isCloseTo(
                            core.withFront(16, WeightLayout.forCore(core.word()))
                                    .get(i),
                            within(INSTRUCTION));
            assertThat(cost.floatInstructions())
                    .isCloseTo(core.floatingWithFront().get(i), within(INSTRUCTION));
        }
        var narrow = ModelCost.of(new NetworkSize(32, 8, CountedCore.STEPS, 16, 1, 1, 1), collar);
        var wide = ModelCost.of(new NetworkSize(32, 64, CountedCore.STEPS, 16, 1, 1, 1), collar);
        assertThat(narrow.instructions())
                .isBetween(
                        (double) core.fixed(16, WeightLayout.forCore(core.word()))
                                .get(1),
                        wide.instructions());
    }

    @Test
    void theMatrixProductsTakeLessThanTwoInstructionsPerProductOnTheM4AndLessThanThreeOnTheM3() {
        // three gates: 3 H^2 products per step; SMLAD makes two at once, the portable kernel loads and multiplies each
        assertThat(InstructionCount.fixed(CountedCore.CORTEX_M4F, 16).square() / 3)
                .isBetween(1.0, 2.0);
        assertThat(InstructionCount.fixed(CountedCore.CORTEX_M3, 16).square() / 3)
                .isBetween(2.0, 3.0);
    }

    @Test
    void halfTheStepsAreHalfTheInstructions() {
        assertThat(InstructionCount.fixed(CountedCore.CORTEX_M3, 16).of(32, 128))
                .isCloseTo(1_260_960, within(INSTRUCTION));
    }

    @Test
    void thirtyTwoUnitsTakeAboutEightySixMillisecondsOnTheCollar() {
        // 2.59 million instructions at 48 MHz are about 88 ms, so 2.522 million are 88 * 2.522 / 2.59 = 85.7 ms
        var cost = ModelCost.of(
                new NetworkSize(32, 256, 16, 11_000, 500, 900_000),
                TagProfiles.builtIn().named("collar-cc2650"));
        assertThat(cost.inferenceMs()).isCloseTo(85.7, within(0.5));
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
