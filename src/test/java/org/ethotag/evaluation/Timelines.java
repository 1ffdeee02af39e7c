package org.ethotag.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Recordings in a test's own words: {@code "06:00-07:00 graze"} are bouts, in hours and minutes from a moment on. */
final class Timelines {
    private Timelines() {}

    /**
     * A recording without gaps.
     *
     * @param start of the recording
     * @param hours how long it is
     * @param bouts each as from-to in hours after the start, and a behaviour
     */
    static Timeline recorded(String animal, String zone, String start, double hours, String... bouts) {
        return new Timeline(
                animal + start, animal + " " + start, animal, ZoneId.of(zone), List.of(stretch(start, hours, bouts)));
    }

    static Timeline.Stretch stretch(String start, double hours, String... bouts) {
        var from = Instant.parse(start);
        var timed = new ArrayList<TimedBout>();
        for (String bout : bouts) {
            var words = bout.split("[- ]", 3);
            timed.add(new TimedBout(new TimeSpan(from.plus(hours(words[0])), from.plus(hours(words[1]))), words[2]));
        }
        return new Timeline.Stretch(new TimeSpan(from, from.plus(Duration.ofSeconds(Math.round(hours * 3600)))), timed);
    }

    private static Duration hours(String text) {
        return Duration.ofSeconds(Math.round(Double.parseDouble(text) * 3600));
    }
}
