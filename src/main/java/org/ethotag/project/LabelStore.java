package org.ethotag.project;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.signal.SampleRange;

/**
 * Label tracks, as a log of edits and as the bouts that the log leads to; both change in one transaction, so that plain SQL
 * can read the bouts and a crash never parts the two. May be used by any thread.
 *
 * <p>States of an edit in the log: <i>base</i> (came with the import, is never undone), <i>done</i>, <i>undone</i> (can be
 * redone), <i>dropped</i> (undone, then overtaken by a new edit; kept as history). The bouts are the base and done edits,
 * applied in the order of their numbers.
 */
final class LabelStore {
    private final Database database;
    private final EthogramTable behaviours;
    private final Clock clock;

    /** Whether nobody else can change the tracks, so that they may be kept. */
    private final boolean writer;

    private final Map<TrackKey, LabelTrack> known = new HashMap<>();

    LabelStore(Database database, EthogramTable behaviours, Clock clock, boolean writer) {
        this.database = database;
        this.behaviours = behaviours;
        this.clock = clock;
        this.writer = writer;
    }

    synchronized LabelTrack labels(String session, String track) {
        var key = new TrackKey(session, track);
        var kept = known.get(key);
        if (kept != null) {
            return kept;
        }
        var loaded = database.read(() -> load(key));
        keep(key, loaded);
        return loaded;
    }

    List<String> tracks(String session) {
        return database.read(() ->
                database.all("SELECT name FROM tracks WHERE session = ? ORDER BY id", row -> row.text(1), session));
    }

    List<LoggedEdit> edits(String session) {
        return database.read(() -> database.all(
                "SELECT t.name, e.name, e.made_at, e.state, e.edit FROM label_edits e JOIN tracks t ON t.id = e.track"
                        + " WHERE e.session = ? ORDER BY e.id",
                row -> new LoggedEdit(
                        row.text(1),
                        row.text(2),
                        Instant.parse(row.text(3)),
                        LoggedEdit.State.of(row.text(4)),
                        EditJson.read(row.text(5))),
                session));
    }

    /** Writes the labels that a new session comes with; to be called inside a transaction. */
    void insertBase(String session, String track, String editName, long lengthSamples, List<Bout> bouts)
            throws SQLException {
        var before = LabelTrack.empty(track);
        var after = LabelTrack.layered(track, bouts);
        if (after.bouts().isEmpty()) {
            return;
        }
        var all = new LabelEdit.Restore(new SampleRange(0, lengthSamples), after.bouts());
        var key = new TrackKey(session, track);
        behaviours.ensure(codes(all));
        log(key, editName, all, before.inverse(all), "base");
        updateBouts(key, before, after, all.range());
    }

    synchronized LabelTrack edit(String session, String track, String editName, LabelEdit edit) {
        var key = new TrackKey(session, track);
        var before = labels(session, track);
        var effect = before.effect(edit);
        checkInside(session, effect.range());
        var after = before.apply(edit);
        if (after.touching(effect.range()).equals(before.touching(effect.range()))) {
            return before;
        }
        database.write(() -> {
            behaviours.ensure(codes(effect));
            database.update("UPDATE label_edits SET state = 'dropped' WHERE session = ? AND state = 'undone'", session);
            log(key, editName, edit, before.inverse(edit), "done");
            return updateBouts(key, before, after, effect.range());
        });
        keep(key, after);
        return after;
    }

    Optional<String> undoName(String session) {
        return step(LAST_DONE, session).map(Step::editName);
    }

    Optional<String> redoName(String session) {
        return step(FIRST_UNDONE, session).map(Step::editName);
    }

    synchronized Optional<HistoryStep> undo(String session) {
        return step(LAST_DONE, session).map(step -> apply(session, step, step.inverse(), "undone"));
    }

    synchronized Optional<HistoryStep> redo(String session) {
        return step(FIRST_UNDONE, session).map(step -> apply(session, step, step.edit(), "done"));
    }

    synchronized void forget(String session) {
        known.keySet().removeIf(key -> key.session().equals(session));
    }

    synchronized void removeTrack(String session, String track) {
        database.write(() -> database.update("DELETE FROM tracks WHERE session = ? AND name = ?", session, track));
        forget(session);
    }

    private static final String STEP = "SELECT e.id, t.name, e.name, e.edit, e.inverse FROM label_edits e"
            + " JOIN tracks t ON t.id = e.track WHERE e.session = ? AND e.state = ";
    private static final String LAST_DONE = STEP + "'done' ORDER BY e.id DESC LIMIT 1";
    private static final String FIRST_UNDONE = STEP + "'undone' ORDER BY e.id LIMIT 1";

    private Optional<Step> step(String sql, String session) {
        return database.read(() -> database.one(
                sql,
                row -> new Step(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        EditJson.read(row.text(4)),
                        EditJson.read(row.text(5))),
                session));
    }

    private HistoryStep apply(String session, Step step, LabelEdit edit, String state) {
        var key = new TrackKey(session, step.track());
        var before = labels(session, step.track());
        var effect = before.effect(edit);
        var after = before.apply(edit);
        database.write(() -> {
            behaviours.ensure(codes(effect));
            database.update("UPDATE label_edits SET state = ? WHERE id = ?", state, step.id());
            return updateBouts(key, before, after, effect.range());
        });
        keep(key, after);
        return new HistoryStep(step.editName(), after);
    }

    private void keep(TrackKey key, LabelTrack track) {
        if (writer) {
            known.put(key, track);
        }
    }

    private LabelTrack load(TrackKey key) throws SQLException {
        lengthOf(key.session());
        return LabelTrack.of(
                key.track(),
                database.all(
                        "SELECT b.from_sample, b.to_sample, b.behaviour FROM bouts b JOIN tracks t ON t.id = b.track"
                                + " WHERE t.session = ? AND t.name = ? ORDER BY b.from_sample",
                        row -> new Bout(new SampleRange(row.number(1), row.number(2)), row.text(3)),
                        key.session(),
                        key.track()));
    }

    private long lengthOf(String session) throws SQLException {
        return database.one("SELECT length_samples FROM sessions WHERE id = ?", row -> row.number(1), session)
                .orElseThrow(() -> new IllegalArgumentException("no session " + session));
    }

    private void checkInside(String session, SampleRange range) {
        long length = database.read(() -> lengthOf(session));
        if (range.to() > length) {
            throw new IllegalArgumentException(range + " leaves the session's 0-" + length);
        }
    }

    private void log(TrackKey key, String name, LabelEdit edit, LabelEdit inverse, String state) throws SQLException {
        database.update("INSERT OR IGNORE INTO tracks (session, name) VALUES (?, ?)", key.session(), key.track());
        database.update(
                "INSERT INTO label_edits (session, track, name, made_at, edit, inverse, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                key.session(),
                trackId(key),
                name,
                clock.instant().toString(),
                EditJson.write(edit),
                EditJson.write(inverse),
                state);
    }

    private long trackId(TrackKey key) throws SQLException {
        return database.one(
                        "SELECT id FROM tracks WHERE session = ? AND name = ?",
                        row -> row.number(1),
                        key.session(),
                        key.track())
                .orElseThrow(() -> new IllegalStateException("no track " + key));
    }

    /** Makes the rows of a track follow a change inside a range: only bouts that touch it can differ. */
    private int updateBouts(TrackKey key, LabelTrack before, LabelTrack after, SampleRange range) throws SQLException {
        long track = trackId(key);
        var old = before.touching(range);
        var now = after.touching(range);
        var staying = new HashSet<>(old);
        staying.retainAll(new HashSet<>(now));
        database.batch(
                "DELETE FROM bouts WHERE track = ? AND from_sample = ?",
                old.stream()
                        .filter(b -> !staying.contains(b))
                        .map(b -> new Object[] {track, b.range().from()})
                        .toList());
        database.batch(
                "INSERT INTO bouts (track, from_sample, to_sample, behaviour) VALUES (?, ?, ?, ?)",
                now.stream()
                        .filter(b -> !staying.contains(b))
                        .map(b ->
                                new Object[] {track, b.range().from(), b.range().to(), b.behaviour()})
                        .toList());
        return now.size();
    }

    private static Collection<String> codes(LabelEdit.Restore effect) {
        var codes = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (Bout bout : effect.bouts()) {
            if (seen.add(bout.behaviour())) {
                codes.add(bout.behaviour());
            }
        }
        return codes;
    }

    private record TrackKey(String session, String track) {}

    private record Step(long id, String track, String editName, LabelEdit edit, LabelEdit inverse) {}
}
