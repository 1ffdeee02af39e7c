package org.ethotag.label;

import java.util.List;
import java.util.Objects;
import org.ethotag.signal.SampleRange;

/**
 * One uninterrupted stretch of one behaviour.
 *
 * @param range its samples, at least one
 * @param behaviour code of the behaviour; the code, not the behaviour, so that a new name or colour changes no bout
 */
public record Bout(SampleRange range, String behaviour) {
    public Bout {
        Objects.requireNonNull(behaviour, "behaviour");
        if (range.isEmpty()) {
            throw new IllegalArgumentException("a bout has at least one sample, not " + range);
        }
    }

    /** What is left of this bout when {@code taken} belongs to another one: none, one or two bouts. */
    public List<Bout> without(SampleRange taken) {
        return range.minus(taken).stream().map(r -> new Bout(r, behaviour)).toList();
    }
}
