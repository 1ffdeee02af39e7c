package org.ethotag.ui.quantization;

import java.util.Locale;
import org.ethotag.flash.cost.BatteryAssumptions;
import org.ethotag.ui.control.Texts;

/** The assumptions of the battery forecast, as the page lists them. */
enum Assumption {
    CAPACITY,
    USABLE,
    SLEEP,
    SENSOR,
    ACTIVE,
    INFERENCE,
    STRIDE,
    RADIO_CURRENT,
    RADIO_TIME,
    MESSAGE;

    private static final double PERCENT = 100;

    /** Name with unit. */
    String title() {
        return Texts.of("quantize.assume." + name().toLowerCase(Locale.ROOT));
    }

    /** Where its first value comes from. */
    String source() {
        return Texts.of("quantize.assume." + name().toLowerCase(Locale.ROOT) + ".source");
    }

    /** Whether its first value, or a factor of it, is a constant of ours and no tag profile's or model's. */
    boolean isOurs() {
        return switch (this) {
            case USABLE, INFERENCE, RADIO_TIME, MESSAGE -> true;
            case CAPACITY, SLEEP, SENSOR, ACTIVE, STRIDE, RADIO_CURRENT -> false;
        };
    }

    /** In the unit of {@link #title}. */
    double of(BatteryAssumptions given) {
        return switch (this) {
            case CAPACITY -> given.capacityMah();
            case USABLE -> given.usableFraction() * PERCENT;
            case SLEEP -> given.sleepUa();
            case SENSOR -> given.sensorUa();
            case ACTIVE -> given.activeUa();
            case INFERENCE -> given.inferenceMs();
            case STRIDE -> given.strideSeconds();
            case RADIO_CURRENT -> given.radioMa();
            case RADIO_TIME -> given.radioMs();
            case MESSAGE -> given.messageSeconds();
        };
    }

    /** Whether 0 is possible. */
    boolean mayBeZero() {
        return switch (this) {
            case CAPACITY, USABLE, STRIDE, MESSAGE -> false;
            case SLEEP, SENSOR, ACTIVE, INFERENCE, RADIO_CURRENT, RADIO_TIME -> true;
        };
    }

    boolean accepts(double value) {
        return Double.isFinite(value)
                && value >= 0
                && (value > 0 || mayBeZero())
                && (this != USABLE || value <= PERCENT);
    }
}
