package org.ethotag.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * One recording in real time: when the tag recorded, and what somebody or something says the animal did.
 *
 * @param id of the recording
 * @param session what people call it
 * @param animal id of the animal
 * @param zone the zone that its days are counted in
 * @param stretches recorded time without gaps, by its begin
 */
public record Timeline(String id, String session, String animal, ZoneId zone, List<Stretch> stretches) {
    /**
     * Recorded time without a gap.
     *
     * @param time when
     * @param bouts inside it, by their begin; those of several behaviours may overlap if the track lets them
     */
    public record Stretch(TimeSpan time, List<TimedBout> bouts) {
        public Stretch {
            bouts = List.copyOf(bouts);
            Instant last = time.from();
            for (TimedBout bout : bouts) {
                if (bout.time().from().isBefore(last) || bout.time().to().isAfter(time.to())) {
                    throw new IllegalArgumentException(bout + " comes before another or leaves " + time);
                }
                last = bout.time().from();
            }
        }

        /** The parts with at least one behaviour, in order, each as long as it goes on. */
        List<TimeSpan> labelled() {
            var parts = new ArrayList<TimeSpan>();
            for (TimedBout bout : bouts) {
                var time = bout.time();
                var last = parts.isEmpty() ? time : parts.getLast();
                if (parts.isEmpty() || time.from().isAfter(last.to())) {
                    parts.add(time);
                } else if (time.to().isAfter(last.to())) {
                    parts.set(parts.size() - 1, new TimeSpan(last.from(), time.to()));
                }
            }
            return parts;
        }

        Stretch only(TimeSpan part) {
            var kept = bouts.stream()
                    .map(bout -> new TimedBout(bout.time().within(part), bout.behaviour()))
                    .filter(bout -> !bout.time().isEmpty())
                    .toList();
            return new Stretch(part, kept);
        }
    }

    public Timeline {
        stretches =
                stretches.stream().sorted(Comparator.comparing(Stretch::time)).toList();
    }

    /**
     * The same recordings with each moment of an animal's time once: where recordings of an animal overlap (two tags, a clock
     * that went back), the one that began earlier counts. By animal, then by time.
     */
    public static List<Timeline> withoutDoubles(List<Timeline> timelines) {
        var perAnimal = new TreeMap<String, List<Timeline>>();
        timelines.forEach(one ->
                perAnimal.computeIfAbsent(one.animal(), _ -> new ArrayList<>()).add(one));
        var all = new ArrayList<Timeline>();
        for (List<Timeline> one : perAnimal.values()) {
            var taken = new TakenTime();
            one.stream().sorted(Comparator.comparing(Timeline::begin)).forEach(line -> all.add(line.outside(taken)));
        }
        return List.copyOf(all);
    }

    private Instant begin() {
        return stretches.isEmpty() ? Instant.MAX : stretches.getFirst().time().from();
    }

    private Timeline outside(TakenTime taken) {
        var left = new ArrayList<Stretch>();
        for (Stretch stretch : stretches) {
            var free = taken.take(stretch.time());
            if (free.equals(List.of(stretch.time()))) {
                left.add(stretch);
            } else {
                free.forEach(part -> left.add(stretch.only(part)));
            }
        }
        return new Timeline(id, session, animal, zone, left);
    }
}
