package org.ethotag.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Time that is already accounted for. Changes in place; lives inside one computation. */
final class TakenTime {
    /** End by begin, without overlap. */
    private final TreeMap<Instant, Instant> taken = new TreeMap<>();

    /** Takes what is left of a span, and gives it in order. */
    List<TimeSpan> take(TimeSpan span) {
        var free = new ArrayList<TimeSpan>();
        Instant at = span.from();
        var before = taken.lowerEntry(span.from());
        if (before != null && before.getValue().isAfter(at)) {
            at = before.getValue();
        }
        for (var next : taken.subMap(span.from(), true, span.to(), false).entrySet()) {
            if (next.getKey().isAfter(at)) {
                free.add(new TimeSpan(at, next.getKey()));
            }
            at = next.getValue().isAfter(at) ? next.getValue() : at;
        }
        if (at.isBefore(span.to())) {
            free.add(new TimeSpan(at, span.to()));
        }
        free.forEach(part -> taken.put(part.from(), part.to()));
        return free;
    }
}
