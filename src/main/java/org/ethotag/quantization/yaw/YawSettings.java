package org.ethotag.quantization.yaw;

import org.ethotag.quantization.SensorScale;

/**
 * What the estimator of a collar's yaw needs to know.
 *
 * @param samples of a block, 2 to 65535
 * @param lively standard deviation of the norm from which a block is lively, counts, 1 to 65535
 * @param gravity counts per g, 1 to 65535
 * @param least lively blocks that must agree, 1 to 1024
 * @param referenceX where the mean (x, y) of lively blocks points in the training data; any length, not (0, 0); int16
 * @param referenceY the other part
 */
public record YawSettings(int samples, int lively, int gravity, int least, int referenceX, int referenceY) {
    /** Blocks that agree before an estimate is good: about two minutes of lively movement. */
    public static final int USUAL_LEAST = 24;

    private static final double LIVELY_G = 0.12;
    private static final int MOST = 65535;
    private static final int MOST_LEAST = 1024;

    public YawSettings {
        require("samples", samples, 2, MOST);
        require("lively", lively, 1, MOST);
        require("gravity", gravity, 1, MOST);
        require("least", least, 1, MOST_LEAST);
        require("referenceX", referenceX, Short.MIN_VALUE, Short.MAX_VALUE);
        require("referenceY", referenceY, Short.MIN_VALUE, Short.MAX_VALUE);
        if (referenceX == 0 && referenceY == 0) {
            throw new IllegalArgumentException("the reference has no direction");
        }
    }

    /** Good settings: blocks of one window, lively from 0.12 g on. */
    public static YawSettings of(SensorScale sensor, int samples, int referenceX, int referenceY) {
        int gravity = Math.clamp(Math.round(sensor.countsPerG()), 1, MOST);
        int lively = Math.max(1, (int) Math.round(LIVELY_G * gravity));
        return new YawSettings(samples, lively, gravity, USUAL_LEAST, referenceX, referenceY);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", not from " + least + " to " + most);
        }
    }
}
