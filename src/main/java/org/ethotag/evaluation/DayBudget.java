package org.ethotag.evaluation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an animal spent a day. What was done, what was recorded without a label, and what was not recorded are the whole day.
 *
 * @param day which day of which animal
 * @param length 24 hours, but 23 or 25 where the clocks are changed
 * @param done time per behaviour, in the budget's order, zeros included
 * @param unlabelled recorded time without a label
 * @param notRecorded time without a recording
 */
public record DayBudget(
        AnimalDay day, Duration length, Map<String, Duration> done, Duration unlabelled, Duration notRecorded) {
    public DayBudget {
        done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
    }

    /** Time with a label. */
    public Duration labelled() {
        return done.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Time in a behaviour. */
    public Duration of(String behaviour) {
        return done.getOrDefault(behaviour, Duration.ZERO);
    }
}
