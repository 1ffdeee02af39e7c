package org.ethotag.sample;

import java.util.List;

/**
 * How a collar moves during one behaviour.
 *
 * @param pose mean acceleration in the frame of an unturned collar, any length: gravity as the sensor feels it
 * @param poseOfAnimal standard deviation of the pose from animal to animal, beside the mounting
 * @param poseOfBout standard deviation of the pose from bout to bout, and as much again slowly within a bout
 * @param swayG slow movement below 1 Hz, root mean square
 * @param restlessG movement up to 8 Hz without rhythm, root mean square
 * @param intensitySd standard deviation of log10 of the strength of all movement
 * @param tones rhythms that are always there
 * @param chewing share of the time that the chewing line is there, 0 to 1
 */
record Motion(
        Axes pose,
        Axes poseOfAnimal,
        Axes poseOfBout,
        Axes swayG,
        Axes restlessG,
        double intensitySd,
        List<Tone> tones,
        double chewing) {}
