package org.ethotag.review;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRange;

/**
 * Labels for samples from answers for windows that overlap. The rule: a sample gets the class with the largest mean
 * probability over all windows that hold it, the first class where several are as likely; samples that no window holds get
 * no label. Neighbours with the same class are one bout. All sums are integers, so nothing depends on their order.
 */
public final class SlidingVote {
    private SlidingVote() {}

    /**
     * Lets the windows vote.
     *
     * @param behaviours code of the behaviour of each class, in the order of the classes
     * @return bouts in order, without overlap
     */
    public static List<Bout> bouts(WindowAnswers answers, List<String> behaviours) {
        if (behaviours.size() != answers.classes().size()) {
            throw new IllegalArgumentException(behaviours + " for classes " + answers.classes());
        }
        long[] sums = new long[behaviours.size()];
        var bouts = new ArrayList<Bout>();
        int opened = 0;
        int closed = 0;
        long from = 0;
        while (closed < answers.size()) {
            long end = answers.range(closed).to();
            long next = opened < answers.size() ? Math.min(answers.range(opened).from(), end) : end;
            if (opened > closed && next > from) {
                append(bouts, new SampleRange(from, next), behaviours.get(likeliest(sums)));
            }
            from = next;
            if (end == next) {
                add(answers, closed++, sums, -1);
            } else {
                add(answers, opened++, sums, 1);
            }
        }
        return List.copyOf(bouts);
    }

    private static void add(WindowAnswers answers, int window, long[] sums, int sign) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += (long) sign * answers.kept(window, c);
        }
    }

    private static int likeliest(long[] sums) {
        int best = 0;
        for (int c = 1; c < sums.length; c++) {
            if (sums[c] > sums[best]) {
                best = c;
            }
        }
        return best;
    }

    private static void append(List<Bout> bouts, SampleRange range, String behaviour) {
        if (!bouts.isEmpty()) {
            var last = bouts.getLast();
            if (last.range().to() == range.from() && last.behaviour().equals(behaviour)) {
                bouts.set(
                        bouts.size() - 1, new Bout(new SampleRange(last.range().from(), range.to()), behaviour));
                return;
            }
        }
        bouts.add(new Bout(range, behaviour));
    }
}
