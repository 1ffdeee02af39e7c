package org.ethotag.flash;

/**
 * How well a line worked.
 *
 * @param timeouts requests without an answer in time
 * @param strays packets that answered nothing we had asked: late, doubled or somebody else's
 * @param framesDropped frames with a wrong checksum, bad characters or a wrong length
 */
public record LineQuality(long timeouts, long strays, long framesDropped) {
    /** Nothing went wrong yet. */
    public static LineQuality perfect() {
        return new LineQuality(0, 0, 0);
    }

    /** Both together, for a job that opened the line more than once. */
    public LineQuality plus(LineQuality other) {
        return new LineQuality(timeouts + other.timeouts, strays + other.strays, framesDropped + other.framesDropped);
    }
}
