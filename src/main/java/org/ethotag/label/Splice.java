package org.ethotag.label;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;

/** Bouts that do not overlap, growing at the end, equal ones that touch merged. Lives inside one call. */
final class Splice {
    private final List<Bout> bouts = new ArrayList<>();

    /** Adds the part of a bout that begins and ends there; nothing if that is empty. */
    void add(Bout bout, long from, long to) {
        var range = bout.range();
        if (to > from) {
            add(
                    range.from() == from && range.to() == to
                            ? bout
                            : new Bout(new SampleRange(from, to), bout.behaviour()));
        }
    }

    void add(Bout bout) {
        if (bouts.isEmpty()) {
            bouts.add(bout);
            return;
        }
        var last = bouts.getLast();
        if (last.range().to() > bout.range().from()) {
            throw new IllegalArgumentException(last + " and " + bout + " overlap");
        }
        if (last.range().to() == bout.range().from() && last.behaviour().equals(bout.behaviour())) {
            var both = new SampleRange(last.range().from(), bout.range().to());
            bouts.set(bouts.size() - 1, new Bout(both, bout.behaviour()));
        } else {
            bouts.add(bout);
        }
    }

    List<Bout> bouts() {
        return bouts;
    }
}
