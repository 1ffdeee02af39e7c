package org.ethotag.flash.rollcall;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a roll call stands at one moment.
 *
 * @param rows the list, in its order
 * @param visitors what is plugged in and left alone
 */
public record RollCallBoard(List<RollCallRow> rows, List<RollCallVisitor> visitors) {
    public RollCallBoard {
        rows = List.copyOf(rows);
        visitors = List.copyOf(visitors);
    }

    /** A list of which nothing has begun. */
    public static RollCallBoard due(RollCallList list) {
        return new RollCallBoard(list.entries().stream().map(RollCallRow::due).toList(), List.of());
    }

    /** How many tags are in each state. */
    public Map<RollCallState, Integer> counts() {
        var counts = new EnumMap<RollCallState, Integer>(RollCallState.class);
        for (RollCallState state : RollCallState.values()) {
            counts.put(state, 0);
        }
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }

    /** Whether every tag of the list is verified. */
    public boolean complete() {
        return rows.stream().allMatch(row -> row.state() == RollCallState.VERIFIED);
    }

    /** Whether a tag is being flashed. */
    public boolean working() {
        return rows.stream().anyMatch(row -> row.state() == RollCallState.WORKING);
    }

    /** The whole list with what came of it, for a spreadsheet program; cells are never formulas. */
    public String csv() {
        var text = new StringBuilder(CsvText.row(List.of(
                "animal",
                "tag",
                "state",
                "time",
                "model",
                "golden windows",
                "battery %",
                "firmware",
                "problem",
                "cause",
                "next step")));
        for (RollCallRow row : rows) {
            var result = row.result();
            text.append(CsvText.row(List.of(
                    row.entry().animal(),
                    row.entry().tag(),
                    row.state().name().toLowerCase(Locale.ROOT),
                    result.ended().equals(Instant.EPOCH) ? "" : result.ended().toString(),
                    result.model(),
                    String.valueOf(result.goldenWindows()),
                    result.batteryPercent() < 0 ? "" : String.valueOf(result.batteryPercent()),
                    result.firmware(),
                    result.what(),
                    result.why(),
                    result.next())));
        }
        return text.toString();
    }
}
