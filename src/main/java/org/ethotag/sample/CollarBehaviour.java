package org.ethotag.sample;

import java.util.List;

/**
 * What the made-up cattle do. The figures follow the statistics of ten free-grazing dairy cows with neck collars (doi
 * 10.3389/fvets.2025.1630083), divided by 0.96 because that sensor read 4 % low: mean and spread per axis, share of
 * energy per band, rhythm.
 */
enum CollarBehaviour {
    /** Head down: bites and head swings at 1.5 to 2 Hz, jaw at 2.5 to 3.5 Hz. */
    GRAZING(
            "grazing",
            new Motion(
                    new Axes(0.19, -0.67, -0.64),
                    new Axes(0.08, 0.05, 0.05),
                    new Axes(0.045, 0.05, 0.04),
                    new Axes(0.046, 0.062, 0.050),
                    new Axes(0.095, 0.125, 0.105),
                    0.155,
                    List.of(
                            new Tone(1.75, 0.12, 0.30, new Axes(0, 0.090, 0.040), new Axes(0.068, 0, 0.060)),
                            new Tone(3.00, 0.20, 0.35, new Axes(0, 0.131, 0.058), new Axes(-0.098, 0, 0.087))),
                    0)),
    /** Steps at 1.9 to 2.2 Hz, and the stride at two thirds of that. */
    WALKING(
            "walking",
            new Motion(
                    new Axes(0.18, -0.32, -0.87),
                    new Axes(0.12, 0.08, 0.03),
                    new Axes(0.06, 0.08, 0.03),
                    new Axes(0.053, 0.047, 0.040),
                    new Axes(0.064, 0.056, 0.053),
                    0.11,
                    List.of(
                            new Tone(2.05, 0.08, 0.08, new Axes(0, 0.030, 0.072), new Axes(0.083, 0.065, 0)),
                            new Tone(1.30, 0.06, 0.10, new Axes(0.050, 0, 0.030), new Axes(0, 0.043, 0.028))),
                    0)),
    /** Lying, most of the time ruminating: a narrow line at 2.3 to 3.0 Hz. */
    LYING(
            "resting",
            new Motion(
                    new Axes(0.32, 0.19, -0.86),
                    new Axes(0.20, 0.10, 0.04),
                    new Axes(0.05, 0.05, 0.03),
                    new Axes(0.010, 0.009, 0.005),
                    new Axes(0.003, 0.003, 0.003),
                    0.22,
                    List.of(),
                    0.63)),
    /** Standing counts as resting: as still as lying, with a jolt now and then. */
    STANDING(
            "resting",
            new Motion(
                    new Axes(0.20, 0.05, -0.87),
                    new Axes(0.20, 0.14, 0.03),
                    new Axes(0.05, 0.06, 0.02),
                    new Axes(0.028, 0.022, 0.014),
                    new Axes(0.017, 0.014, 0.014),
                    0.27,
                    List.of(),
                    0.20)),
    /** Licking its flank, 1.2 to 1.5 Hz. */
    LICKING(
            "other",
            rare(
                    new Axes(0.11, -0.18, -0.92),
                    new Axes(0.060, 0.050, 0.040),
                    new Axes(0.050, 0.040, 0.045),
                    0.20,
                    new Tone(1.35, 0.08, 0.15, new Axes(0.190, 0, 0.070), new Axes(0, 0.100, 0.090)))),
    /** Drinking: slow lowering and lifting of the head. */
    DRINKING(
            "other",
            rare(
                    new Axes(-0.18, -0.17, -0.89),
                    new Axes(0.090, 0.160, 0.070),
                    new Axes(0.025, 0.025, 0.025),
                    0.15,
                    new Tone(0.30, 0.05, 0.10, new Axes(0.040, 0.080, 0.050), new Axes(0.040, 0, 0)))),
    /** Scratching with a hind foot or at a post, 1.2 and 2.5 Hz. */
    SCRATCHING(
            "other",
            rare(
                    new Axes(-0.12, 0.00, -0.95),
                    new Axes(0.060, 0.040, 0.050),
                    new Axes(0.080, 0.050, 0.070),
                    0.17,
                    new Tone(1.20, 0.08, 0.15, new Axes(0.130, 0, 0.090), new Axes(0, 0.060, 0.030)),
                    new Tone(2.50, 0.15, 0.20, new Axes(0.140, 0, 0.100), new Axes(0, 0.070, 0.040)))),
    /** Shaking the head, broad around 3 Hz. */
    SHAKING(
            "other",
            rare(
                    new Axes(-0.12, -0.17, -0.91),
                    new Axes(0.100, 0.080, 0.080),
                    new Axes(0.250, 0.150, 0.250),
                    0.20,
                    new Tone(3.20, 0.40, 0.80, new Axes(0.680, 0.100, 0.200), new Axes(0, 0.300, 0.580)))),
    /** Tossing the head, 1.2 to 1.4 Hz. */
    TOSSING(
            "other",
            rare(
                    new Axes(0.29, 0.27, -0.78),
                    new Axes(0.070, 0.070, 0.050),
                    new Axes(0.050, 0.050, 0.045),
                    0.27,
                    new Tone(1.30, 0.06, 0.20, new Axes(0.200, 0, 0.050), new Axes(0, 0.200, 0.090)))),
    /** Rising: 0.2 Hz and 1.0 to 1.4 Hz. */
    RISING(
            "other",
            rare(
                    new Axes(0.34, 0.01, -0.86),
                    new Axes(0.130, 0.160, 0.150),
                    new Axes(0.070, 0.080, 0.080),
                    0.16,
                    new Tone(1.20, 0.12, 0.20, new Axes(0.090, 0, 0.120), new Axes(0, 0.130, 0.060)))),
    /** Lying down: one slow large movement. */
    LYING_DOWN(
            "other",
            rare(
                    new Axes(0.11, -0.20, -0.87),
                    new Axes(0.170, 0.210, 0.170),
                    new Axes(0.060, 0.070, 0.070),
                    0.16,
                    new Tone(0.25, 0.03, 0.08, new Axes(0.060, 0, 0.080), new Axes(0, 0.080, 0.040))));

    /** The jaw while ruminating: 2.3 to 3.0 Hz, median 2.6 Hz. */
    static final Tone CHEWING = new Tone(2.62, 0.16, 0.05, new Axes(0.042, 0.004, 0.004), new Axes(0, -0.030, 0.016));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
    private final Motion motion;

    CollarBehaviour(String label, Motion motion) {
        this.label = label;
        this.motion = motion;
    }

    /** What an observer writes down. */
    String label() {
        return label;
    }

    Motion motion() {
        return motion;
    }

    private static Motion rare(Axes pose, Axes swayG, Axes restlessG, double intensitySd, Tone... tones) {
        var ofAnimal = new Axes(0.12, 0.10, 0.03);
        var ofBout = new Axes(0.07, 0.08, 0.03);
        return new Motion(pose, ofAnimal, ofBout, swayG, restlessG, intensitySd, List.of(tones), 0);
    }
}
