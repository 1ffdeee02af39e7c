package org.ethotag.ui.trace;

import java.util.List;
import org.ethotag.label.Bout;

/** Finds bouts in a list sorted by start. */
final class Bouts {
    private Bouts() {}

    /** Index of the last bout that starts at or before a sample, or -1. */
    static int lastStartingAtOrBefore(List<Bout> bouts, long sample) {
        int low = -1;
        int high = bouts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (bouts.get(middle).range().from() <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The same from a known earlier index: a few steps, or a search when many bouts lie between. */
    static int advance(List<Bout> bouts, int index, long sample) {
        for (int tries = 0; tries < 4; tries++) {
            if (index + 1 >= bouts.size() || bouts.get(index + 1).range().from() > sample) {
                return index;
            }
            index++;
        }
        return lastStartingAtOrBefore(bouts, sample);
    }
}
