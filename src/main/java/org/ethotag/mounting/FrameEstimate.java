package org.ethotag.mounting;

import org.ethotag.signal.Rotation;

/**
 * How a tag sits, as its own recording tells.
 *
 * @param rotation turns what the tag feels into the herd's frame
 * @param spreadDegrees nine of ten estimates from resampled pieces of the recording lie within this
 * @param misfitDegrees how far its postures still lie from the herd's after the turn, root mean square over the levels
 * @param blocks how many blocks it rests on
 * @param levels how many levels of activity they reach that the herd knows too
 */
public record FrameEstimate(Rotation rotation, double spreadDegrees, double misfitDegrees, int blocks, int levels) {
    /** Two minutes: less is not an animal's day. */
    private static final int FEWEST_BLOCKS = 24;
    /** One posture leaves the turn about gravity open. */
    private static final int FEWEST_LEVELS = 2;
    /** Half way to the next quarter turn: what is farther apart is not the same mounting. */
    private static final double LARGEST_SPREAD_DEGREES = 45;

    /** Whether the recording says enough to trust the turn. */
    public boolean isReliable() {
        return blocks >= FEWEST_BLOCKS && levels >= FEWEST_LEVELS && spreadDegrees <= LARGEST_SPREAD_DEGREES;
    }
}
