package org.ethotag.flash.cost;

/**
 * How long a battery lasts, and what empties it: mean currents in microampere.
 *
 * @param sleepUa always
 * @param sensorUa the accelerometer
 * @param inferenceUa the processor while it classifies
 * @param radioUa messages
 * @param days until the usable part of the battery is gone; infinite if nothing draws a current
 */
public record BatteryForecast(double sleepUa, double sensorUa, double inferenceUa, double radioUa, double days) {
    private static final double MILLI = 1000;
    private static final double HOURS_PER_DAY = 24;

    /** The forecast of these assumptions. */
    public static BatteryForecast of(BatteryAssumptions given) {
        double inferenceUa = given.activeUa() * share(given.inferenceMs(), given.strideSeconds());
        double radioUa = given.radioMa() * MILLI * share(given.radioMs(), given.messageSeconds());
        double meanUa = given.sleepUa() + given.sensorUa() + inferenceUa + radioUa;
        double usableUah = given.capacityMah() * MILLI * given.usableFraction();
        return new BatteryForecast(
                given.sleepUa(), given.sensorUa(), inferenceUa, radioUa, usableUah / meanUa / HOURS_PER_DAY);
    }

    /** Of the time, at most all of it: who needs longer than there is never sleeps. */
    private static double share(double busyMs, double everySeconds) {
        return Math.min(1, busyMs / MILLI / everySeconds);
    }

    /** All of it. */
    public double meanUa() {
        return sleepUa + sensorUa + inferenceUa + radioUa;
    }
}
