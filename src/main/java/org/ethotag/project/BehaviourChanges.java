package org.ethotag.project;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.signal.SampleRange;

/**
 * Merges and deletions of behaviours that labels have. On every track it is one named edit, so that undo there takes it
 * back; all tracks and the ethogram change in one transaction.
 */
final class BehaviourChanges {
    private final Database database;
    private final EthogramTable behaviours;
    private final LabelStore labels;
    private final StudyLog log;

    BehaviourChanges(Database database, EthogramTable behaviours, LabelStore labels, StudyLog log) {
        this.database = database;
        this.behaviours = behaviours;
        this.labels = labels;
        this.log = log;
    }

    BehaviourTouch touch(String code) {
        return database.read(() -> database.one(
                        "SELECT count(DISTINCT t.session), count(DISTINCT b.track), count(*),"
                                + " coalesce(sum((b.to_sample - b.from_sample) / s.rate_hz), 0),"
                                + " (SELECT count(*) FROM runs) FROM bouts b JOIN tracks t ON t.id = b.track"
                                + " JOIN sessions s ON s.id = t.session WHERE b.behaviour = ?",
                        row -> new BehaviourTouch(
                                row.number(1), row.number(2), row.number(3), row.real(4), row.number(5)),
                        code))
                .orElseThrow();
    }

    void merge(String gone, String into, String editName) {
        log.change(StepKind.MERGE_BEHAVIOURS, Map.of("gone", gone, "into", into), () -> {
            change(editName, behaviours.ethogram().without(gone), gone, track -> swap(track, gone, into));
            return gone;
        });
    }

    void delete(String gone, String editName) {
        log.change(StepKind.DELETE_BEHAVIOUR, Map.of("gone", gone), () -> {
            change(
                    editName,
                    behaviours.ethogram().without(gone),
                    gone,
                    track -> new Swap(boutsOf(track, gone), List.of()));
            return gone;
        });
    }

    private void change(String editName, Ethogram after, String gone, TrackChange change) {
        var tracks = tracksWith(gone);
        boolean done = false;
        try {
            database.write(() -> {
                for (Key key : tracks) {
                    labels.edit(key.session, key.track, editName, change.of(labels.labels(key.session, key.track)));
                }
                behaviours.set(after);
                return tracks.size();
            });
            done = true;
        } finally {
            if (!done) {
                tracks.forEach(key -> labels.forget(key.session)); // what was kept of them was never written
            }
        }
    }

    private List<Key> tracksWith(String code) {
        return database.read(() -> database.all(
                "SELECT DISTINCT t.session, t.name FROM bouts b JOIN tracks t ON t.id = b.track WHERE b.behaviour = ?",
                row -> new Key(row.text(1), row.text(2)),
                code));
    }

    private static List<Bout> boutsOf(LabelTrack track, String code) {
        return track.bouts().stream()
                .filter(bout -> bout.behaviour().equals(code))
                .toList();
    }

    /** On an exclusive track each bout keeps its ends; where bouts may overlap, those that now say the same become one. */
    private static Swap swap(LabelTrack track, String gone, String into) {
        var old = boutsOf(track, gone);
        if (track.kind() == TrackKind.EXCLUSIVE) {
            return new Swap(
                    old, old.stream().map(bout -> new Bout(bout.range(), into)).toList());
        }
        var all = new ArrayList<>(old);
        all.addAll(boutsOf(track, into));
        all.sort(Comparator.comparingLong(bout -> bout.range().from()));
        var joined = new ArrayList<Bout>();
        for (Bout bout : all) {
            var range = bout.range();
            if (!joined.isEmpty() && joined.getLast().range().to() > range.from()) {
                var before = joined.removeLast().range();
                range = new SampleRange(before.from(), Math.max(before.to(), range.to()));
            }
            joined.add(new Bout(range, into));
        }
        var staying = all.stream().filter(joined::contains).collect(Collectors.toCollection(HashSet::new));
        return new Swap(
                all.stream().filter(bout -> !staying.contains(bout)).toList(),
                joined.stream().filter(bout -> !staying.contains(bout)).toList());
    }

    private record Key(String session, String track) {}

    /** What happens to one track. */
    private interface TrackChange {
        Swap of(LabelTrack track) throws SQLException;
    }
}
