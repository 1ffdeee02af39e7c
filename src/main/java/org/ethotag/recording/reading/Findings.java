package org.ethotag.recording.reading;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ethotag.language.Messages;

/** Collects what an import notices: counts, the first lines, and the words. One thread. */
final class Findings {
    private static final int PLACES = 3;

    private final ResourceBundle texts = Messages.of("recording-findings");
    private final Map<FindingKind, Tally> tallies = new EnumMap<>(FindingKind.class);
    private String places = "lines";
    private final Map<FindingKind, Object[]> details = new EnumMap<>(FindingKind.class);

    private static final class Tally {
        private final long[] lines = new long[PLACES];
        private long count;
    }

    /** What the numbers of {@link #at} count, such as lines or blocks. */
    void places(String name) {
        places = name;
    }

    /** Counts one more at a line. */
    void at(FindingKind kind, long line) {
        var tally = tallies.computeIfAbsent(kind, _ -> new Tally());
        if (tally.count < PLACES) {
            tally.lines[(int) tally.count] = line;
        }
        tally.count++;
    }

    /** Counts {@code count} more that have no line; {@code extras} fill the text from {2} on. */
    void add(FindingKind kind, long count, Object... extras) {
        tallies.computeIfAbsent(kind, _ -> new Tally()).count += count;
        details.put(kind, extras);
    }

    /** What fills the text of a kind that was counted by lines from {2} on. */
    void describe(FindingKind kind, Object... extras) {
        details.put(kind, extras);
    }

    long count(FindingKind kind) {
        var tally = tallies.get(kind);
        return tally == null ? 0 : tally.count;
    }

    /** A text that is not one of a kind. */
    String text(String key, Object... arguments) {
        return format(texts.getString(key), Stream.of(arguments));
    }

    List<Finding> list() {
        var list = new ArrayList<Finding>();
        tallies.forEach((kind, tally) -> {
            if (tally.count > 0) {
                list.add(new Finding(kind, tally.count, text(kind, tally)));
            }
        });
        return list;
    }

    private String text(FindingKind kind, Tally tally) {
        var numbers = LongStream.of(tally.lines)
                .filter(line -> line > 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        var dots = texts.getString("PLACES." + places) + " " + numbers + (tally.count > PLACES ? ", ..." : "");
        var extras = details.getOrDefault(kind, new Object[0]);
        return format(texts.getString(kind.name()), Stream.concat(Stream.of(tally.count, dots), Stream.of(extras)));
    }

    private static String format(String pattern, Stream<Object> arguments) {
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.map(String::valueOf).toArray());
    }
}
