package org.ethotag.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What counts as one bout. First, stretches of the same behaviour with nothing labelled between them become one bout if no
 * more than {@code longestGap} lies between them, be it unlabelled or not recorded (the criterion interval of P. J. B.
 * Slater, N. P. Lester, "Minimising errors in splitting behaviour into bouts", Behaviour 79 (1982), 153-161); another
 * behaviour between them always parts them. Then bouts shorter than {@code shortest} are left out; what was beside them is
 * not joined. Where a source lets several behaviours hold at once, bouts are taken by their begin.
 *
 * @param longestGap 0 or more
 * @param shortest 0 or more
 */
public record BoutRule(Duration longestGap, Duration shortest) {
    /** Nothing is bridged and nothing left out. */
    public static final BoutRule EXACT = new BoutRule(Duration.ZERO, Duration.ZERO);

    public BoutRule {
        if (longestGap.isNegative() || shortest.isNegative()) {
            throw new IllegalArgumentException("a gap of " + longestGap + ", a bout of " + shortest);
        }
    }

    /** The bouts of a recording, in order. Their length counts the gaps that were bridged. */
    public List<TimedBout> bouts(Timeline timeline) {
        var joined = new ArrayList<TimedBout>();
        for (Timeline.Stretch stretch : timeline.stretches()) {
            for (TimedBout bout : stretch.bouts()) {
                if (!joined.isEmpty() && isSame(joined.getLast(), bout)) {
                    var first = joined.removeLast();
                    joined.add(new TimedBout(
                            new TimeSpan(
                                    first.time().from(),
                                    later(first.time().to(), bout.time().to())),
                            bout.behaviour()));
                } else {
                    joined.add(bout);
                }
            }
        }
        return joined.stream()
                .filter(bout -> bout.time().length().compareTo(shortest) >= 0)
                .toList();
    }

    private boolean isSame(TimedBout first, TimedBout next) {
        return first.behaviour().equals(next.behaviour()) && isClose(first, next);
    }

    /** Whether no more than the longest gap lies between two bouts. */
    boolean isClose(TimedBout first, TimedBout next) {
        return Duration.between(first.time().to(), next.time().from()).compareTo(longestGap) <= 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
