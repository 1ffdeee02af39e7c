package org.ethotag.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ethotag.signal.SampleRange;

/** Some bouts that may overlap, those of one behaviour never, on their way to what an edit leaves. Lives inside one call. */
final class Layers {
    private final List<Bout> bouts;

    Layers(List<Bout> bouts) {
        this.bouts = new ArrayList<>(bouts);
    }

    /** Takes a range away from the bouts of some behaviours. */
    Layers erase(SampleRange range, Predicate<String> behaviours) {
        var left = bouts.stream()
                .flatMap(b -> behaviours.test(b.behaviour()) ? b.without(range).stream() : List.of(b).stream())
                .toList();
        bouts.clear();
        bouts.addAll(left);
        return this;
    }

    /** Adds a bout; with those of its behaviour that it meets or touches it becomes one. */
    Layers add(Bout bout) {
        long from = bout.range().from();
        long to = bout.range().to();
        var met = bouts.stream().filter(b -> meets(b, bout)).toList();
        for (Bout one : met) {
            from = Math.min(from, one.range().from());
            to = Math.max(to, one.range().to());
        }
        bouts.removeAll(met);
        bouts.add(new Bout(new SampleRange(from, to), bout.behaviour()));
        return this;
    }

    private static boolean meets(Bout one, Bout other) {
        return one.behaviour().equals(other.behaviour())
                && one.range().from() <= other.range().to()
                && other.range().from() <= one.range().to();
    }

    List<Bout> bouts() {
        return bouts;
    }
}
