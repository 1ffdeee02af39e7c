package org.ethotag.ui.trace;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;

/**
 * Which row of a ribbon each bout of a track is in: one row where bouts do not overlap, else the first row that is free
 * where the bout begins.
 *
 * @param rows by their begin; in a row bouts do not overlap, but for the last one of a track that overlaps more often than
 *     anybody could read
 */
record RibbonRows(LabelTrack track, List<List<Bout>> rows) {
    private static final int MOST_ROWS = 5;

    static RibbonRows of(LabelTrack track) {
        if (track.kind() == TrackKind.EXCLUSIVE) {
            return new RibbonRows(track, List.of(track.bouts()));
        }
        var rows = new ArrayList<List<Bout>>();
        rows.add(new ArrayList<>());
        for (Bout bout : track.bouts()) {
            rowFor(bout, rows).add(bout);
        }
        return new RibbonRows(track, rows);
    }

    private static List<Bout> rowFor(Bout bout, List<List<Bout>> rows) {
        for (List<Bout> row : rows) {
            if (row.isEmpty() || row.getLast().range().to() <= bout.range().from()) {
                return row;
            }
        }
        if (rows.size() < MOST_ROWS) {
            rows.add(new ArrayList<>());
        }
        return rows.getLast();
    }

    int count() {
        return rows.size();
    }
}
