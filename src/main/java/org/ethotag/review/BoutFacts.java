package org.ethotag.review;

import java.time.Duration;
import java.time.Instant;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Trace;

/**
 * What the label doctor knows of a bout.
 *
 * @param session id of the session
 * @param sessionName what people call it
 * @param animal id of the animal
 * @param bout where it lies and what it is labelled with
 * @param from when it begins
 * @param to when its last sample was taken
 * @param vedbaG mean length of the dynamic acceleration in g, NaN where it is not known
 */
public record BoutFacts(
        String session, String sessionName, String animal, Bout bout, Instant from, Instant to, double vedbaG) {
    /** Mean length of the dynamic acceleration of a bout, in g. */
    public static double vedbaG(Trace trace, Bout bout, SampleRate rate) {
        return Vedba.meanG(trace, bout.range(), rate);
    }

    /** How many seconds it shares with another one. */
    double sharedSeconds(BoutFacts other) {
        var begin = from.isAfter(other.from) ? from : other.from;
        var end = to.isBefore(other.to) ? to : other.to;
        return Duration.between(begin, end).toNanos() / 1e9;
    }

    /** How long it lasts. */
    double seconds() {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
