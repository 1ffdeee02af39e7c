package org.ethotag.project;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is saved in a study's database, or in a backup of it.
 *
 * @param name what people call the study
 * @param sessions how many
 * @param behaviours how many
 * @param runs how many
 * @param tracks of every session, in the order of the sessions
 */
public record StudyContent(String name, long sessions, long behaviours, long runs, List<TrackContent> tracks) {
    /** The schema from which on a track can be away and come back. */
    static final int TRACKS_COME_BACK = 4;

    public StudyContent {
        tracks = List.copyOf(tracks);
    }

    /** Bouts on all tracks. */
    public long bouts() {
        return tracks.stream().mapToLong(TrackContent::bouts).sum();
    }

    /** When the newest edit was made; 1970 if there is none. */
    public Instant lastEdit() {
        return tracks.stream()
                .map(TrackContent::lastEdit)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Reads it from an open database. */
    static StudyContent of(Database database, int schema) {
        var there = schema < TRACKS_COME_BACK ? "" : " WHERE t.removed_name IS NULL";
        return database.read(() -> new StudyContent(
                database.one("SELECT name FROM study", row -> row.text(1)).orElse(""),
                count(database, "sessions"),
                count(database, "behaviours"),
                count(database, "runs"),
                database.all(
                        """
                        SELECT s.id, s.name, s.animal, t.name,
                               (SELECT count(*) FROM bouts b WHERE b.track = t.id),
                               (SELECT coalesce(sum(b.to_sample - b.from_sample), 0) FROM bouts b WHERE b.track = t.id),
                               (SELECT count(*) FROM label_edits e WHERE e.track = t.id),
                               (SELECT coalesce(max(e.made_at), '1970-01-01T00:00:00Z') FROM label_edits e WHERE e.track = t.id)
                        FROM tracks t JOIN sessions s ON s.id = t.session""" + there + " ORDER BY s.position, t.id",
                        row -> new TrackContent(
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                row.text(4),
                                row.number(5),
                                row.number(6),
                                row.number(7),
                                Instant.parse(row.text(8))))));
    }

    private static long count(Database database, String table) throws SQLException {
        return database.one("SELECT count(*) FROM " + table, row -> row.number(1))
                .orElseThrow();
    }
}
