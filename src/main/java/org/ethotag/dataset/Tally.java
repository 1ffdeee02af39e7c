package org.ethotag.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRange;

/**
 * Which class has most samples of a window that several bouts share.
 *
 * @param label index of that class; the lowest one if two have the same number; -1 if no class has any
 * @param behaviour its most frequent behaviour, or empty
 * @param samples how many samples of the window have that class
 */
record Tally(int label, String behaviour, long samples) {
    /** @param first index of the first of the sorted bouts that ends after the window's start */
    static Tally of(ClassMap classes, List<Bout> bouts, int first, SampleRange window) {
        var perBehaviour = new LinkedHashMap<String, Long>();
        for (int i = first; i < bouts.size() && bouts.get(i).range().from() < window.to(); i++) {
            Bout bout = bouts.get(i);
            bout.range()
                    .intersection(window)
                    .ifPresent(part -> perBehaviour.merge(bout.behaviour(), part.length(), Long::sum));
        }
        long[] perClass = new long[classes.classes().size()];
        perBehaviour.forEach(
                (behaviour, samples) -> classes.classOf(behaviour).ifPresent(index -> perClass[index] += samples));
        int best = -1;
        for (int i = 0; i < perClass.length; i++) {
            if (perClass[i] > (best < 0 ? 0 : perClass[best])) {
                best = i;
            }
        }
        return best < 0
                ? new Tally(-1, "", 0)
                : new Tally(best, mostFrequent(classes, perBehaviour, best), perClass[best]);
    }

    private static String mostFrequent(ClassMap classes, Map<String, Long> perBehaviour, int label) {
        String most = "";
        long samples = 0;
        for (var entry : perBehaviour.entrySet()) {
            if (entry.getValue() > samples && classes.classOf(entry.getKey()).orElse(-1) == label) {
                most = entry.getKey();
                samples = entry.getValue();
            }
        }
        return most;
    }
}
