package org.ethotag.project;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;

/**
 * The tracks of the sessions with their bouts and comments. A track that was removed keeps its rows under a name that no
 * track can be given, so that it can come back.
 */
final class TrackTable {
    private static final String COUNTS = "SELECT t.id, coalesce(t.removed_name, t.name), t.kind,"
            + " (SELECT count(*) FROM bouts b WHERE b.track = t.id),"
            + " (SELECT count(*) FROM comments c WHERE c.track = t.id) FROM tracks t WHERE t.session = ?";

    /** Before the id in the name of a removed track; nobody can type it. */
    private static final String REMOVED = "\u0001removed ";

    private final Database database;

    TrackTable(Database database) {
        this.database = database;
    }

    List<String> names(String session) {
        return database.read(() -> database.all(
                "SELECT name FROM tracks WHERE session = ? AND removed_name IS NULL ORDER BY id",
                row -> row.text(1),
                session));
    }

    List<TrackInfo> there(String session) {
        return list(COUNTS + " AND t.removed_name IS NULL ORDER BY t.id", session);
    }

    List<TrackInfo> removed(String session) {
        return list(COUNTS + " AND t.removed_name IS NOT NULL ORDER BY t.id", session);
    }

    private List<TrackInfo> list(String sql, String session) {
        return database.read(() -> database.all(
                sql,
                row -> new TrackInfo(row.number(1), row.text(2), kind(row.text(3)), row.number(4), row.number(5)),
                session));
    }

    private static TrackKind kind(String text) {
        return TrackKind.valueOf(text.toUpperCase(Locale.ROOT));
    }

    void add(String session, String name, TrackKind kind) {
        database.write(() -> {
            refuseTaken(session, name);
            return database.update(
                    "INSERT INTO tracks (session, name, kind) VALUES (?, ?, ?)",
                    session,
                    name,
                    kind.name().toLowerCase(Locale.ROOT));
        });
    }

    void rename(String session, String name, String other) {
        database.write(() -> {
            refuseTaken(session, other);
            return database.update("UPDATE tracks SET name = ? WHERE session = ? AND name = ?", other, session, name);
        });
    }

    void remove(String session, String name) {
        database.write(() -> database.update(
                "UPDATE tracks SET removed_name = name, name = ? || id WHERE session = ? AND name = ?",
                REMOVED,
                session,
                name));
    }

    /** Brings a track back under its name, or the first one free after it. */
    String bringBack(String session, long id) {
        return database.write(() -> {
            var former = database.one(
                            "SELECT removed_name FROM tracks WHERE session = ? AND id = ? AND removed_name IS NOT NULL",
                            row -> row.text(1),
                            session,
                            id)
                    .orElseThrow(() -> new IllegalArgumentException("no removed track " + id + " in " + session));
            var name = former;
            for (int i = 2; id(session, name).isPresent(); i++) {
                name = former + " " + i;
            }
            database.update("UPDATE tracks SET name = ?, removed_name = NULL WHERE id = ?", name, id);
            return name;
        });
    }

    private void refuseTaken(String session, String name) throws SQLException {
        if (id(session, name).isPresent()) {
            throw new ProblemException(ProjectProblem.TRACK_EXISTS, name);
        }
    }

    Optional<Long> id(String session, String name) throws SQLException {
        return database.one(
                "SELECT id FROM tracks WHERE session = ? AND name = ?", row -> row.number(1), session, name);
    }

    /** The id of a track; an exclusive one is made if there is none; to be called inside a transaction. */
    long ensure(String session, String name) throws SQLException {
        database.update("INSERT OR IGNORE INTO tracks (session, name) VALUES (?, ?)", session, name);
        return id(session, name).orElseThrow(() -> new IllegalStateException("no track " + name));
    }

    /** What is on a track; nothing on an exclusive one if there is none. */
    LabelTrack load(String session, String name) throws SQLException {
        var id = id(session, name);
        if (id.isEmpty()) {
            return LabelTrack.empty(name);
        }
        long track = id.get();
        var kind = database.one("SELECT kind FROM tracks WHERE id = ?", row -> kind(row.text(1)), track)
                .orElse(TrackKind.EXCLUSIVE);
        var bouts = database.all(
                "SELECT from_sample, to_sample, behaviour FROM bouts WHERE track = ? ORDER BY from_sample",
                row -> new Bout(new SampleRange(row.number(1), row.number(2)), row.text(3)),
                track);
        var comments = database.all(
                "SELECT from_sample, to_sample, text FROM comments WHERE track = ?",
                row -> new Comment(new SampleRange(row.number(1), row.number(2)), row.text(3)),
                track);
        return LabelTrack.exactly(name, kind, bouts, comments);
    }

    /** To be called inside a transaction. */
    void swap(long track, Swap swap) throws SQLException {
        database.batch(
                "DELETE FROM bouts WHERE track = ? AND from_sample = ? AND behaviour = ?",
                swap.gone().stream()
                        .map(b -> new Object[] {track, b.range().from(), b.behaviour()})
                        .toList());
        database.batch(
                "INSERT INTO bouts (track, from_sample, to_sample, behaviour) VALUES (?, ?, ?, ?)",
                swap.come().stream()
                        .map(b ->
                                new Object[] {track, b.range().from(), b.range().to(), b.behaviour()})
                        .toList());
    }

    /** To be called inside a transaction. */
    void remark(long track, Remark remark) throws SQLException {
        database.batch(
                "DELETE FROM comments WHERE track = ? AND from_sample = ? AND to_sample = ? AND text = ?",
                remark.gone().stream().map(c -> row(track, c)).toList());
        database.batch(
                "INSERT OR IGNORE INTO comments (track, from_sample, to_sample, text) VALUES (?, ?, ?, ?)",
                remark.come().stream().map(c -> row(track, c)).toList());
    }

    private static Object[] row(long track, Comment comment) {
        return new Object[] {track, comment.range().from(), comment.range().to(), comment.text()};
    }
}
