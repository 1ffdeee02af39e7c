package org.ethotag.project;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.label.LabelEdit.Swap;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.signal.SampleRange;

/**
 * Label tracks, as a log of edits and as the bouts and comments that the log leads to; both change in one transaction, so
 * that plain SQL can read the bouts and a crash never parts the two. May be used by any thread: the one lock is the
 * database's, so that no two threads can wait for each other.
 *
 * <p>Every track has its own history. States of an edit in the log: <i>base</i> (came with the import, is never undone),
 * <i>done</i>, <i>undone</i> (can be redone), <i>dropped</i> (undone, then overtaken by a new edit; kept as history). The
 * bouts are the base and done edits, applied in the order of their numbers.
 */
final class LabelStore {
    private static final String STEP = "SELECT e.id, e.name, e.edit, e.inverse FROM label_edits e"
            + " JOIN tracks t ON t.id = e.track WHERE t.session = ? AND t.name = ? AND e.state = ";
    private static final String LAST_DONE = STEP + "'done' ORDER BY e.id DESC LIMIT 1";
    private static final String FIRST_UNDONE = STEP + "'undone' ORDER BY e.id LIMIT 1";

    private final Database database;
    private final TrackTable tracks;
    private final EthogramTable behaviours;
    private final StudyLog log;
    private final Clock clock;

    /** Whether nobody else can change the tracks, so that they may be kept. */
    private final boolean writer;

    /** Read without the lock, changed under it. */
    private final Map<TrackKey, LabelTrack> known = new ConcurrentHashMap<>();

    LabelStore(Database database, EthogramTable behaviours, StudyLog log, Clock clock, boolean writer) {
        this.database = database;
        this.tracks = new TrackTable(database);
        this.behaviours = behaviours;
        this.log = log;
        this.clock = clock;
        this.writer = writer;
    }

    LabelTrack labels(String session, String track) {
        var key = new TrackKey(session, track);
        var kept = known.get(key);
        return kept != null ? kept : database.alone(() -> load(key));
    }

    private LabelTrack load(TrackKey key) {
        var loaded = database.read(() -> {
            lengthOf(key.session());
            return tracks.load(key.session(), key.track());
        });
        keep(key, loaded);
        return loaded;
    }

    TrackTable tracks() {
        return tracks;
    }

    List<LoggedEdit> edits(String session) {
        return database.read(() -> database.all(
                "SELECT t.name, e.name, e.made_at, e.state, e.edit FROM label_edits e JOIN tracks t ON t.id = e.track"
                        + " WHERE e.session = ? AND t.removed_name IS NULL ORDER BY e.id",
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
        write(new TrackKey(session, track), editName, all, before, "base");
    }

    LabelTrack edit(String session, String track, String editName, LabelEdit edit) {
        return database.alone(() -> editAlone(session, track, editName, edit));
    }

    private LabelTrack editAlone(String session, String track, String editName, LabelEdit edit) {
        var key = new TrackKey(session, track);
        var before = labels(session, track);
        checkInside(session, before.reach(edit));
        if (edit instanceof Remark remark) {
            remark.come().forEach(comment -> checkInside(session, comment.range()));
        }
        var after = before.apply(edit);
        if (after.equals(before)) {
            return before;
        }
        database.write(() -> {
            database.update(
                    "UPDATE label_edits SET state = 'dropped' WHERE state = 'undone'"
                            + " AND track IN (SELECT id FROM tracks WHERE session = ? AND name = ?)",
                    session,
                    track);
            log.note(StepKind.EDIT, ChangeText.of(session, track, editName, edit));
            return write(key, editName, edit, before, "done");
        });
        keep(key, after);
        return after;
    }

    /** Puts an edit into the log and its effect into the rows. */
    private long write(TrackKey key, String editName, LabelEdit edit, LabelTrack before, String state)
            throws SQLException {
        behaviours.ensure(codes(before.effect(edit)));
        long track = tracks.ensure(key.session(), key.track());
        database.update(
                "INSERT INTO label_edits (session, track, name, made_at, edit, inverse, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                key.session(),
                track,
                editName,
                clock.instant().toString(),
                EditJson.write(edit),
                EditJson.write(before.inverse(edit)),
                state);
        writeRows(track, before, edit);
        return track;
    }

    private void writeRows(long track, LabelTrack before, LabelEdit edit) throws SQLException {
        if (edit instanceof Remark remark) {
            tracks.remark(track, remark);
        } else {
            tracks.swap(track, before.effect(edit));
        }
    }

    Optional<String> undoName(String session, String track) {
        return step(LAST_DONE, session, track).map(Step::editName);
    }

    Optional<String> redoName(String session, String track) {
        return step(FIRST_UNDONE, session, track).map(Step::editName);
    }

    Optional<HistoryStep> undo(String session, String track) {
        return database.alone(() ->
                step(LAST_DONE, session, track).map(step -> apply(session, track, step, step.inverse(), "undone")));
    }

    Optional<HistoryStep> redo(String session, String track) {
        return database.alone(
                () -> step(FIRST_UNDONE, session, track).map(step -> apply(session, track, step, step.edit(), "done")));
    }

    void forget(String session) {
        database.alone(() -> known.keySet().removeIf(key -> key.session().equals(session)));
    }

    void addTrack(String session, String track, TrackKind kind) {
        database.alone(() -> {
            tracks.add(session, track, kind);
            forget(session); // as the empty exclusive track that it was before it was there
            return track;
        });
    }

    void renameTrack(String session, String track, String name) {
        database.alone(() -> {
            tracks.rename(session, track, name);
            forget(session);
            return name;
        });
    }

    void removeTrack(String session, String track) {
        database.alone(() -> {
            tracks.remove(session, track);
            forget(session);
            return track;
        });
    }

    String bringBackTrack(String session, long id) {
        return database.alone(() -> {
            var name = tracks.bringBack(session, id);
            forget(session);
            return name;
        });
    }

    private Optional<Step> step(String sql, String session, String track) {
        return database.read(() -> database.one(
                sql,
                row -> new Step(row.number(1), row.text(2), EditJson.read(row.text(3)), EditJson.read(row.text(4))),
                session,
                track));
    }

    private HistoryStep apply(String session, String track, Step step, LabelEdit edit, String state) {
        var before = labels(session, track);
        var after = before.apply(edit);
        database.write(() -> {
            behaviours.ensure(codes(before.effect(edit)));
            log.note(state.equals("done") ? StepKind.REDO : StepKind.UNDO, Map.of("session", session, "track", track));
            database.update("UPDATE label_edits SET state = ? WHERE id = ?", state, step.id());
            writeRows(tracks.ensure(session, track), before, edit);
            return step.id();
        });
        keep(new TrackKey(session, track), after);
        return new HistoryStep(step.editName(), after);
    }

    private void keep(TrackKey key, LabelTrack track) {
        if (writer) {
            known.put(key, track);
        }
    }

    private long lengthOf(String session) throws SQLException {
        return database.one("SELECT length_samples FROM sessions WHERE id = ?", row -> row.number(1), session)
                .orElseThrow(() -> new UnknownSession(session));
    }

    private void checkInside(String session, SampleRange range) {
        long length = database.read(() -> lengthOf(session));
        if (range.to() > length) {
            throw new IllegalArgumentException(range + " leaves the session's 0-" + length);
        }
    }

    private static Collection<String> codes(Swap effect) {
        var codes = new LinkedHashSet<String>();
        effect.come().forEach(bout -> codes.add(bout.behaviour()));
        return codes;
    }

    private record TrackKey(String session, String track) {}

    private record Step(long id, String editName, LabelEdit edit, LabelEdit inverse) {}
}
