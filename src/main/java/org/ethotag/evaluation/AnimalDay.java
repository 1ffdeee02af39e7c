package org.ethotag.evaluation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * A day of an animal.
 *
 * @param animal its id
 * @param zone in which the day is counted
 * @param day its date there
 */
public record AnimalDay(String animal, ZoneId zone, LocalDate day) implements Comparable<AnimalDay> {
    private static final Comparator<AnimalDay> ORDER = Comparator.comparing(AnimalDay::animal)
            .thenComparing(AnimalDay::day)
            .thenComparing(day -> day.zone().getId());

    @Override
    public int compareTo(AnimalDay other) {
        return ORDER.compare(this, other);
    }
}
