package org.ethotag.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.signal.SampleRange;

/** Label tracks in a test's own words: {@code "80-120 walk"} is a bout. */
public final class Tracks {
    private Tracks() {}

    public static LabelTrack track(String... bouts) {
        return LabelTrack.of("test", bouts(bouts));
    }

    public static List<Bout> bouts(String... bouts) {
        return Stream.of(bouts).map(Tracks::bout).toList();
    }

    public static Bout bout(String text) {
        var words = text.split(" ", 2);
        return new Bout(range(words[0]), words[1]);
    }

    public static SampleRange range(String text) {
        var ends = text.split("-", 2);
        return new SampleRange(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    public static LabelEdit label(String text) {
        return new LabelEdit.Label(bout(text).range(), bout(text).behaviour());
    }

    /** Any edit that fits a track over a recording of {@code lengthSamples}. */
    public static LabelEdit randomEdit(Random random, LabelTrack track, int lengthSamples, List<String> behaviours) {
        long a = random.nextLong(lengthSamples + 1);
        long b = random.nextLong(lengthSamples + 1);
        var range = new SampleRange(Math.min(a, b), Math.max(a, b));
        var behaviour = behaviours.get(random.nextInt(behaviours.size()));
        return switch (random.nextInt(7)) {
            case 0 -> new LabelEdit.Erase(range);
            case 1 -> new LabelEdit.LabelFrom(random.nextLong(lengthSamples), lengthSamples, behaviour);
            case 2 -> new LabelEdit.Relabel(range, behaviour);
            case 3 -> {
                var border = track.nextBorder(random.nextLong(lengthSamples) - 1);
                yield border.isPresent()
                        ? new LabelEdit.MoveBorder(border.getAsLong(), b)
                        : new LabelEdit.Label(range, behaviour);
            }
            case 4 -> new LabelEdit.Restore(range, randomBouts(random, range, behaviours));
            default -> new LabelEdit.Label(range, behaviour);
        };
    }

    private static List<Bout> randomBouts(Random random, SampleRange range, List<String> behaviours) {
        var bouts = new ArrayList<Bout>();
        for (long from = range.from(); from < range.to(); ) {
            long to = Math.min(range.to(), from + 1 + random.nextInt(8));
            if (random.nextBoolean()) {
                bouts.add(new Bout(new SampleRange(from, to), behaviours.get(random.nextInt(behaviours.size()))));
            }
            from = to;
        }
        return bouts;
    }
}
