package org.ethotag.evaluation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an animal spent a day. Labelled time, recorded time without a label, and time without a recording are the whole day.
 *
 * @param day which day of which animal
 * @param length 24 hours, but 23 or 25 where the clocks are changed
 * @param done time per behaviour, in the budget's order, zeros included
 * @param labelled time with a label; less than all behaviours together where several held at once
 * @param notRecorded time without a recording
 */
public record DayBudget(
        AnimalDay day, Duration length, Map<String, Duration> done, Duration labelled, Duration notRecorded) {
    public DayBudget {
        done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
    }

    /** Recorded time without a label. */
    public Duration unlabelled() {
        return length.minus(notRecorded).minus(labelled);
    }

    /** Time in a behaviour. */
    public Duration of(String behaviour) {
        return done.getOrDefault(behaviour, Duration.ZERO);
    }
}
