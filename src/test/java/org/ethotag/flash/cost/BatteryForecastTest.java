package org.ethotag.flash.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ethotag.flash.TagProfiles;
import org.junit.jupiter.api.Test;

/** Expected values were worked out by hand; the steps are beside them. */
class BatteryForecastTest {
    private static final double RELATIVE = 1e-9;

    @Test
    void everyPartIsItsCurrentTimesItsShareOfTheTime() {
        // inference: 3000 uA * 0.088 s / 1.28 s = 206.25 uA; radio: 20,000 uA * 0.0625 s / 312.5 s = 4 uA
        var forecast = BatteryForecast.of(new BatteryAssumptions(1000, 1, 1, 20, 3000, 88, 1.28, 20, 62.5, 312.5));
        assertThat(forecast.inferenceUa()).isCloseTo(206.25, within(RELATIVE));
        assertThat(forecast.radioUa()).isCloseTo(4, within(RELATIVE));
        assertThat(forecast.meanUa()).isCloseTo(231.25, within(RELATIVE));
        // 1,000,000 uAh / 231.25 uA = 4324.3243... h = 180.18018018... days (20,000 / 111)
        assertThat(forecast.days()).isCloseTo(20_000.0 / 111, within(1e-6));
    }

    @Test
    void halfOfTheBatteryLastsHalfAsLong() {
        // (3 + 7) uA drain 0.5 * 240 mAh = 120,000 uAh in 12,000 h = 500 days
        var forecast = BatteryForecast.of(new BatteryAssumptions(240, 0.5, 3, 7, 0, 0, 1, 0, 0, 1));
        assertThat(forecast).isEqualTo(new BatteryForecast(3, 7, 0, 0, 500));
    }

    @Test
    void aModelThatIsSlowerThanItsStrideNeverSleeps() {
        // 2 s of work each second: the full 1000 uA; 24 mAh last 24 h
        var forecast = BatteryForecast.of(new BatteryAssumptions(24, 1, 0, 0, 1000, 2000, 1, 0, 0, 1));
        assertThat(forecast).isEqualTo(new BatteryForecast(0, 0, 1000, 0, 1));
    }

    @Test
    void theAssumptionsOfAProfileAreItsDataSheetAndOneMessagePer256Inferences() {
        var profile = TagProfiles.builtIn().named("ear-nrf52840");
        assertThat(BatteryAssumptions.of(profile, 45, 1.024))
                .isEqualTo(new BatteryAssumptions(170, 0.8, 1.5, 14.5, 3300, 45, 1.024, 4.8, 10, 262.144));
    }

    @Test
    void impossibleAssumptionsAreRefused() {
        assertThatThrownBy(() -> new BatteryAssumptions(0, 1, 0, 0, 0, 0, 1, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatteryAssumptions(1, 1.1, 0, 0, 0, 0, 1, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatteryAssumptions(1, 1, Double.NaN, 0, 0, 0, 1, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatteryAssumptions(1, 1, 0, 0, 0, 0, 0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
