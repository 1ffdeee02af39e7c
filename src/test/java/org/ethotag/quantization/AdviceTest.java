package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.quantization.Advice.Outcome;
import org.junit.jupiter.api.Test;

class AdviceTest {
    /** Outcomes of the state's widths 8, 10, 12, 14 and 16 bits, with these losses in points. */
    private static Advice state(int presentBits, double... lost) {
        var now = QuantizationSettings.defaults().withAll(layer -> layer.withStateBits(presentBits));
        var outcomes = new ArrayList<Outcome>();
        for (Alternative alternative : Knob.STATE.alternatives(now)) {
            outcomes.add(new Outcome(alternative, lost[outcomes.size()], 1));
        }
        return new Advice(outcomes, List.of());
    }

    @Test
    void aSettingThatLosesIsToldTheSmallestOneThatWouldDo() {
        var advice = state(8, 5, 1.2, 0.3, 0, 0);
        assertThat(advice.isWarning()).isTrue();
        assertThat(advice.sentence())
                .isEqualTo("Hidden state, 8 bits: loses 5.0 points; 12 bits would do (loses 0.3 points).");
    }

    @Test
    void aSettingThatLosesNothingIsToldHowFarDownItCouldGo() {
        var advice = state(16, 5, 1.2, 0.3, 0, 0);
        assertThat(advice.isWarning()).isFalse();
        assertThat(advice.sentence())
                .isEqualTo("Hidden state, 16 bits: loses nothing; 12 bits would do as well (loses 0.3 points); "
                        + "10 bits loses 1.2 points.");
    }

    @Test
    void whereNothingHelpsThatIsSaid() {
        assertThat(state(8, 9, 9, 8, 8, 8).sentence())
                .isEqualTo("Hidden state, 8 bits: loses 9.0 points; no other choice of this alone makes it good.");
    }

    @Test
    void theAlternativesChangeOneThingAndHoldThePresentValue() {
        var now = QuantizationSettings.defaults().withWeightBits(5);
        var alternatives = Knob.WEIGHTS.alternatives(now);
        assertThat(alternatives.stream().map(Alternative::value).toList())
                .isEqualTo(List.of("4 bits", "5 bits", "6 bits", "8 bits", "12 bits", "16 bits"));
        assertThat(alternatives.stream()
                        .filter(Alternative::present)
                        .map(Alternative::settings)
                        .toList())
                .isEqualTo(List.of(now));
    }
}
