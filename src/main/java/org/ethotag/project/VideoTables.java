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
import java.util.Optional;
import org.ethotag.recording.VideoAnchor;
import org.ethotag.recording.VideoClock;
import org.ethotag.recording.VideoFile;

/** The videos of sessions as a log of steps, so that each can be undone, also after a restart. */
final class VideoTables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Clock clock;

    VideoTables(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<VideoLink> video(String session) {
        return database.read(() -> database.one(
                        "SELECT path, bytes, head_sha256, anchors FROM videos WHERE session = ? AND state = 'done'"
                                + " ORDER BY id DESC LIMIT 1",
                        VideoTables::link,
                        session))
                .flatMap(link -> link);
    }

    private static Optional<VideoLink> link(Row row) throws SQLException {
        var path = row.text(1);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(new VideoLink(new VideoFile(path, row.number(2), row.text(3)), clock(row.text(4))));
    }

    void put(String session, String name, VideoLink link) {
        add(session, name, link.file().path(), link.file().bytes(), link.file().headSha256(), anchors(link.clock()));
    }

    void remove(String session, String name) {
        add(session, name, "", 0, "", "[]");
    }

    private void add(String session, String name, String path, long bytes, String head, String anchors) {
        database.write(() -> {
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

    Optional<String> undoName(String session) {
        return database.read(() -> name(session, "done", "DESC"));
    }

    Optional<String> redoName(String session) {
        return database.read(() -> name(session, "undone", "ASC"));
    }

    private Optional<String> name(String session, String state, String order) throws SQLException {
        return database.one(
                "SELECT name FROM videos WHERE session = ? AND state = ? ORDER BY id " + order + " LIMIT 1",
                row -> row.text(1),
                session,
                state);
    }

    boolean undo(String session) {
        return step(session, "done", "undone", "max");
    }

    boolean redo(String session) {
        return step(session, "undone", "done", "min");
    }

    private boolean step(String session, String from, String to, String which) {
        return database.write(() -> database.update(
                        "UPDATE videos SET state = ? WHERE id = (SELECT " + which
                                + "(id) FROM videos WHERE session = ? AND state = ?)",
                        to,
                        session,
                        from))
                > 0;
    }

    private static String anchors(VideoClock clock) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (VideoAnchor anchor : clock.anchors()) {
            array.addArray().add(anchor.video().toNanos()).add(anchor.time().toString());
        }
        return array.toString();
    }

    /** @throws IllegalArgumentException if the text is no clock */
    private static VideoClock clock(String text) {
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
