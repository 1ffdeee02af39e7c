package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethotag.recording.VideoAnchor;
import org.ethotag.recording.VideoClock;
import org.ethotag.recording.VideoFile;

/** The videos of sessions as a log of steps, so that each can be undone, also after a restart. */
public final class StudyVideos {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectStore store;
    private final Database database;
    private final StudyLog log;
    private final Clock clock;

    StudyVideos(ProjectStore store, StudyLog log, Clock clock) {
        this.store = store;
        this.database = store.database();
        this.log = log;
        this.clock = clock;
    }

    /** The video of a session, if it has one. */
    public Optional<VideoLink> video(String session) {
        return database.read(() -> database.one(
                        "SELECT path, bytes, head_sha256, anchors FROM videos WHERE session = ? AND state = 'done'"
                                + " ORDER BY id DESC LIMIT 1",
                        StudyVideos::link,
                        session))
                .flatMap(link -> link);
    }

    private static Optional<VideoLink> link(Row row) throws SQLException {
        var path = row.text(1);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new VideoLink(new VideoFile(path, row.number(2), row.text(3)), clock(row.text(4))));
    }

    /**
     * Gives a session a video, or its video another clock.
     *
     * @param name what undo calls it, in the user's words
     */
    public void put(String session, String name, VideoLink link) {
        store.checkWritable();
        add(
                StepKind.VIDEO,
                session,
                name,
                link.file().path(),
                link.file().bytes(),
                link.file().headSha256(),
                anchors(link.clock()));
    }

    /** Takes the video of a session away; the film stays where it lies. */
    public void remove(String session, String name) {
        store.checkWritable();
        add(StepKind.REMOVE_VIDEO, session, name, "", 0, "", "[]");
    }

    private void add(StepKind kind, String session, String name, String path, long bytes, String head, String anchors) {
        database.write(() -> {
            log.note(
                    kind,
                    Map.of(
                            "session", session,
                            "name", name,
                            "path", path,
                            "bytes", String.valueOf(bytes),
                            "head", head,
                            "anchors", anchors));
            database.update("UPDATE videos SET state = 'dropped' WHERE session = ? AND state = 'undone'", session);
            return database.update(
                    "INSERT INTO videos (session, name, path, bytes, head_sha256, anchors, state, made_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'done', ?)",
                    session,
                    name,
                    path,
                    bytes,
                    head,
                    anchors,
                    clock.instant().toString());
        });
    }

    /** What {@link #undo} would undo. */
    public Optional<String> undoName(String session) {
        return database.read(() -> name(session, "done", "DESC"));
    }

    /** What {@link #redo} would redo. */
    public Optional<String> redoName(String session) {
        return database.read(() -> name(session, "undone", "ASC"));
    }

    private Optional<String> name(String session, String state, String order) throws SQLException {
        return database.one(
                "SELECT name FROM videos WHERE session = ? AND state = ? ORDER BY id " + order + " LIMIT 1",
                row -> row.text(1),
                session,
                state);
    }

    /** Undoes the last step of a session's video; false if there is none. */
    public boolean undo(String session) {
        store.checkWritable();
        return step(StepKind.UNDO_VIDEO, session, "done", "undone", "max");
    }

    /** Redoes what was undone last; false if there is nothing. */
    public boolean redo(String session) {
        store.checkWritable();
        return step(StepKind.REDO_VIDEO, session, "undone", "done", "min");
    }

    private boolean step(StepKind kind, String session, String from, String to, String which) {
        return database.write(() -> {
            int changed = database.update(
                    "UPDATE videos SET state = ? WHERE id = (SELECT " + which
                            + "(id) FROM videos WHERE session = ? AND state = ?)",
                    to,
                    session,
                    from);
            if (changed > 0) {
                log.note(kind, Map.of("session", session));
            }
            return changed > 0;
        });
    }

    private static String anchors(VideoClock clock) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (VideoAnchor anchor : clock.anchors()) {
            array.addArray().add(anchor.video().toNanos()).add(anchor.time().toString());
        }
        return array.toString();
    }

    /** @throws IllegalArgumentException if the text is no clock */
    static VideoClock clock(String text) {
        try {
            var anchors = new ArrayList<VideoAnchor>();
            for (JsonNode anchor : JSON.readTree(text)) {
                if (!anchor.path(0).isIntegralNumber() || !anchor.path(1).isTextual()) {
                    throw new IllegalArgumentException("not an anchor: " + anchor);
                }
                anchors.add(new VideoAnchor(
                        Duration.ofNanos(anchor.path(0).longValue()),
                        Instant.parse(anchor.path(1).textValue())));
            }
            return new VideoClock(List.copyOf(anchors));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("not a clock: " + text, failure);
        }
    }
}
