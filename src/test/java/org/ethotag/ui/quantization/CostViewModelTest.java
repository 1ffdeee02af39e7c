package org.ethotag.ui.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.cost.NetworkSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CostViewModelTest {
    private static final NetworkSize SIZE = new NetworkSize(32, 256, 16, 11_000, 200, 885_312);

    private final CostViewModel model = new CostViewModel();

    @BeforeEach
    void showTheVirtualTag() {
        model.show(SIZE, 1.28, TagProfiles.builtIn().named("virtual"));
    }

    private double days() {
        return Objects.requireNonNull(model.forecastProperty().get()).days();
    }

    /** By hand: only 10 uA of sleep, 100 % of 240 mAh = 24,000 h = 1000 days. */
    @Test
    void typingChangesTheForecastAtOnce() {
        type(Assumption.CAPACITY, "240");
        type(Assumption.USABLE, "100");
        type(Assumption.SLEEP, "10");
        type(Assumption.SENSOR, "0");
        type(Assumption.ACTIVE, "0");
        type(Assumption.RADIO_CURRENT, "0");
        assertThat(days()).isCloseTo(1000, within(1e-9));
        type(Assumption.SLEEP, "20");
        assertThat(days()).isCloseTo(500, within(1e-9));
    }

    @Test
    void aCommaIsAPoint() {
        type(Assumption.SLEEP, "2,5");
        assertThat(Objects.requireNonNull(model.forecastProperty().get()).sleepUa())
                .isEqualTo(2.5);
    }

    @Test
    void nonsenseGivesNoForecastUntilItIsCorrected() {
        double before = days();
        for (String nonsense : new String[] {"", "x", "-1", "0", "1e999", "NaN"}) {
            type(Assumption.CAPACITY, nonsense);
            assertThat(model.forecastProperty().get()).as(nonsense).isNull();
            assertThat(model.isUsable(Assumption.CAPACITY)).isFalse();
        }
        type(Assumption.CAPACITY, "1000");
        assertThat(days()).isEqualTo(before);
    }

    @Test
    void messagesFollowTheStrideUntilTheyAreTypedOver() {
        assertThat(model.text(Assumption.MESSAGE).get()).isEqualTo("327.68");
        type(Assumption.STRIDE, "1");
        assertThat(model.text(Assumption.MESSAGE).get()).isEqualTo("256");
        type(Assumption.MESSAGE, "60");
        type(Assumption.STRIDE, "2");
        assertThat(model.text(Assumption.MESSAGE).get()).isEqualTo("60");
    }

    @Test
    void whatWasTypedStaysForAnotherModelButNotForAnotherTag() {
        type(Assumption.CAPACITY, "77");
        model.show(
                new NetworkSize(64, 256, 16, 30_000, 300, 3_300_000),
                1.28,
                TagProfiles.builtIn().named("virtual"));
        assertThat(model.text(Assumption.CAPACITY).get()).isEqualTo("77");
        model.show(SIZE, 1.28, TagProfiles.builtIn().named("ear-nrf52840"));
        assertThat(model.text(Assumption.CAPACITY).get()).isEqualTo("170");
    }

    private void type(Assumption assumption, String text) {
        model.text(assumption).set(text);
    }
}
