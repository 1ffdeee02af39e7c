package org.ethotag.flash.cost;

import org.ethotag.flash.BehaviourCounts;
import org.ethotag.flash.TagProfile;

/**
 * Everything that the battery forecast rests on. Each may be changed by the user.
 *
 * @param capacityMah of the battery, above 0
 * @param usableFraction share of it that can be used before the tag stops: cold, age, self-discharge; above 0, at most 1
 * @param sleepUa drawn all the time, in microampere
 * @param sensorUa drawn by the accelerometer all the time, in microampere
 * @param activeUa drawn by the processor while it computes, in microampere
 * @param inferenceMs processor time for one window
 * @param strideSeconds from one inference to the next, above 0
 * @param radioMa drawn while the radio is on, in milliampere
 * @param radioMs how long it is on for one message
 * @param messageSeconds from one message to the next, above 0
 */
public record BatteryAssumptions(
        double capacityMah,
        double usableFraction,
        double sleepUa,
        double sensorUa,
        double activeUa,
        double inferenceMs,
        double strideSeconds,
        double radioMa,
        double radioMs,
        double messageSeconds) {
    /** A guess to begin with; no data sheet promises it. */
    public static final double USABLE = 0.8;
    /** Start-up and three short packets, one per advertising channel; a guess to begin with. */
    public static final double RADIO_MS = 10;

    private static final double MICRO_PER_MILLI = 1000;

    public BatteryAssumptions {
        requireAboveZero("capacity", capacityMah);
        requireAboveZero("usable share", usableFraction);
        requireAboveZero("stride", strideSeconds);
        requireAboveZero("time between messages", messageSeconds);
        requireNotNegative("sleep current", sleepUa);
        requireNotNegative("sensor current", sensorUa);
        requireNotNegative("active current", activeUa);
        requireNotNegative("inference time", inferenceMs);
        requireNotNegative("radio current", radioMa);
        requireNotNegative("radio time", radioMs);
        if (usableFraction > 1) {
            throw new IllegalArgumentException("a share is at most 1, not " + usableFraction);
        }
    }

    /**
     * What the profile says, with one message after {@value BehaviourCounts#INFERENCES} inferences.
     *
     * @param inferenceMs processor time for one window
     * @param strideSeconds from one inference to the next
     */
    public static BatteryAssumptions of(TagProfile profile, double inferenceMs, double strideSeconds) {
        var battery = profile.battery();
        return new BatteryAssumptions(
                battery.capacityMah(),
                USABLE,
                battery.sleepUa(),
                battery.sensorUa(),
                battery.activeUa(),
                inferenceMs,
                strideSeconds,
                battery.radioUa() / MICRO_PER_MILLI,
                RADIO_MS,
                strideSeconds * BehaviourCounts.INFERENCES);
    }

    private static void requireAboveZero(String what, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(what + " is above 0, not " + value);
        }
    }

    private static void requireNotNegative(String what, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(what + " is 0 or more, not " + value);
        }
    }
}
