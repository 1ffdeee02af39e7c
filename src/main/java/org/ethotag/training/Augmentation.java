package org.ethotag.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.ethotag.signal.Samples;

/**
 * How a training window is changed at random each time it is shown: turned and scaled, because collars and tags do not sit
 * alike on two animals; warped in time, because animals do not move at one pace; with noise, because sensors differ. Axes
 * as in the data; the turn about z comes last. Angles are normal with the given spread.
 *
 * @param halfTurns half of the windows are turned by 180 degrees about z first
 * @param rollDegrees spread of the turn about x
 * @param pitchDegrees spread of the turn about y
 * @param yawDegrees spread of the turn about z
 * @param scale spread of the common factor around 1, as a fraction
 * @param noiseG spread of what is added to every sample of every axis
 * @param timeWarp spread of the pace around 1 at a few places of the window, as a fraction (Um et al. 2017, arXiv 1706.00527)
 */
public record Augmentation(
        boolean halfTurns,
        double rollDegrees,
        double pitchDegrees,
        double yawDegrees,
        double scale,
        double noiseG,
        double timeWarp) {
    /** The factor never leaves 1 +- this many spreads, and a fraction below 1/3 keeps it positive. */
    private static final double FARTHEST_SCALE_SPREADS = 3;

    private static final double LARGEST_SCALE = 0.3;
    /** More noise than most behaviours have signal. */
    private static final double LARGEST_NOISE_G = 1;

    private static final List<String> NUMBERS = List.of("roll", "pitch", "yaw", "scale", "noise", "warp");
    private static final double HALF_TURN = Math.PI;

    public Augmentation {
        if (!(rollDegrees >= 0 && pitchDegrees >= 0 && yawDegrees >= 0)) {
            throw new IllegalArgumentException("an angle's spread is at least 0");
        }
        if (!(scale >= 0 && scale <= LARGEST_SCALE)) {
            throw new IllegalArgumentException("the factor's spread is 0 to " + LARGEST_SCALE + ", not " + scale);
        }
        if (!(timeWarp >= 0 && timeWarp <= LARGEST_SCALE)) {
            throw new IllegalArgumentException("the pace's spread is 0 to " + LARGEST_SCALE + ", not " + timeWarp);
        }
        if (!(noiseG >= 0 && noiseG <= LARGEST_NOISE_G)) {
            throw new IllegalArgumentException("the noise's spread is 0 to " + LARGEST_NOISE_G + " g, not " + noiseG);
        }
    }

    /** Turns and a factor alone. */
    public Augmentation(boolean halfTurns, double rollDegrees, double pitchDegrees, double yawDegrees, double scale) {
        this(halfTurns, rollDegrees, pitchDegrees, yawDegrees, scale, 0, 0);
    }

    /** The same with noise and a warp of time. */
    public Augmentation with(double noise, double warp) {
        return new Augmentation(halfTurns, rollDegrees, pitchDegrees, yawDegrees, scale, noise, warp);
    }

    /** Windows as they are. */
    public static Augmentation none() {
        return new Augmentation(false, 0, 0, 0, 0);
    }

    /**
     * Half turns, because a collar slips round the neck, and small turns of about the size by which the mean orientation of
     * animals differs on labelled collar data (doi 10.3389/fvets.2025.1630083).
     */
    public static Augmentation collar() {
        return new Augmentation(true, 8, 14, 17, 0.1);
    }

    /** For windows that are already in the herd's frame: small turns alone, because no collar is left turned. */
    public static Augmentation framed() {
        return new Augmentation(false, 8, 14, 17, 0.1);
    }

    /** What is usual: where the study knows how its tags sit no half turns are left to be borne. */
    public static Augmentation standard(boolean framesKnown) {
        return framesKnown ? framed() : collar();
    }

    /** What {@link #parse} reads. */
    public String text() {
        var parts = new ArrayList<String>();
        if (halfTurns) {
            parts.add("half-turns");
        }
        put(parts, "roll", rollDegrees);
        put(parts, "pitch", pitchDegrees);
        put(parts, "yaw", yawDegrees);
        put(parts, "scale", scale);
        put(parts, "noise", noiseG);
        put(parts, "warp", timeWarp);
        return parts.isEmpty() ? "none" : String.join(",", parts);
    }

    private static void put(List<String> parts, String name, double value) {
        if (value != 0) {
            parts.add(name + "=" + (value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value)));
        }
    }

    /**
     * Reads {@code half-turns,roll=8,pitch=14,yaw=17,scale=0.1,noise=0.02,warp=0.1}; what is not named is not done, and {@code none} is nothing.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static Augmentation parse(String text) {
        var parts = new LinkedHashMap<String, Double>();
        boolean halfTurns = false;
        for (String part : text.equals("none") ? new String[0] : text.split(",")) {
            var sides = part.split("=", 2);
            if (part.equals("half-turns")) {
                halfTurns = true;
            } else if (sides.length == 2 && NUMBERS.contains(sides[0])) {
                parts.put(sides[0], Double.valueOf(sides[1]));
            } else {
                throw new IllegalArgumentException(
                        "\"" + part + "\" is none of half-turns, " + String.join("=, ", NUMBERS) + "=");
            }
        }
        return new Augmentation(
                halfTurns,
                parts.getOrDefault("roll", 0.0),
                parts.getOrDefault("pitch", 0.0),
                parts.getOrDefault("yaw", 0.0),
                parts.getOrDefault("scale", 0.0),
                parts.getOrDefault("noise", 0.0),
                parts.getOrDefault("warp", 0.0));
    }

    /** A random factor times rotation, [3][3] row-major, written to {@code matrices} from {@code offset} on. */
    void draw(SplittableRandom random, double[] matrices, int offset) {
        double yaw = (halfTurns && random.nextBoolean() ? HALF_TURN : 0) + angle(random, yawDegrees);
        double pitch = angle(random, pitchDegrees);
        double roll = angle(random, rollDegrees);
        double factor = 1 + scale * Math.clamp(random.nextGaussian(), -FARTHEST_SCALE_SPREADS, FARTHEST_SCALE_SPREADS);
        double cy = Math.cos(yaw);
        double sy = Math.sin(yaw);
        double cp = Math.cos(pitch);
        double sp = Math.sin(pitch);
        double cr = Math.cos(roll);
        double sr = Math.sin(roll);
        // Rz(yaw) Ry(pitch) Rx(roll)
        double[] rotation = {
            cy * cp,
            cy * sp * sr - sy * cr,
            cy * sp * cr + sy * sr,
            sy * cp,
            sy * sp * sr + cy * cr,
            sy * sp * cr - cy * sr,
            -sp,
            cp * sr,
            cp * cr
        };
        for (int i = 0; i < Samples.AXES * Samples.AXES; i++) {
            matrices[offset + i] = factor * rotation[i];
        }
    }

    private static double angle(SplittableRandom random, double spreadDegrees) {
        return Math.toRadians(spreadDegrees * random.nextGaussian());
    }
}
