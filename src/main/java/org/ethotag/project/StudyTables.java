package org.ethotag.project;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.Session;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.SampleRate;
import org.ethotag.study.Animal;
import org.ethotag.study.Deployment;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Tag;

/** Who wears what, what was recorded and flashed, and settings: the tables whose rows are plain values. */
final class StudyTables {
    private final Database database;

    StudyTables(Database database) {
        this.database = database;
    }

    String name() {
        return database.read(
                () -> database.one("SELECT name FROM study", row -> row.text(1)).orElse(""));
    }

    void rename(String name) {
        database.write(() -> database.update("UPDATE study SET name = ?", name));
    }

    List<Animal> animals() {
        return database.read(() -> database.all(
                "SELECT id, species, note FROM animals ORDER BY id",
                row -> new Animal(row.text(1), row.text(2), row.text(3))));
    }

    void put(Animal animal) {
        database.write(() -> database.update(
                "INSERT INTO animals (id, species, note) VALUES (?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET species = excluded.species, note = excluded.note",
                animal.id(),
                animal.species(),
                animal.note()));
    }

    List<Tag> tags() {
        return database.read(() -> database.all(
                "SELECT serial, profile FROM tags ORDER BY serial", row -> new Tag(row.text(1), row.text(2))));
    }

    void put(Tag tag) {
        database.write(() -> database.update(
                "INSERT INTO tags (serial, profile) VALUES (?, ?)"
                        + " ON CONFLICT (serial) DO UPDATE SET profile = excluded.profile",
                tag.serial(),
                tag.profile()));
    }

    List<Deployment> deployments() {
        return database.read(() -> database.all(
                "SELECT animal, tag, from_time, coalesce(to_time, '') FROM deployments ORDER BY from_time, animal, tag",
                row -> new Deployment(row.text(1), row.text(2), Instant.parse(row.text(3)), end(row.text(4)))));
    }

    /** Adds a deployment, or changes when it ended. */
    void put(Deployment deployment) {
        database.write(() -> {
            know(deployment.animal(), deployment.tag());
            return database.update(
                    "INSERT INTO deployments (animal, tag, from_time, to_time) VALUES (?, ?, ?, nullif(?, ''))"
                            + " ON CONFLICT (animal, tag, from_time) DO UPDATE SET to_time = excluded.to_time",
                    deployment.animal(),
                    deployment.tag(),
                    deployment.from().toString(),
                    deployment.to().equals(Instant.MAX) ? "" : deployment.to().toString());
        });
    }

    List<Mounting> mountings() {
        return database.read(() -> database.all(
                "SELECT animal, tag, from_time, yaw_degrees, pitch_degrees, roll_degrees, origin, spread_degrees,"
                        + " misfit_degrees, set_at FROM mountings ORDER BY animal, tag, from_time",
                row -> new Mounting(
                        new MountedTag(row.text(1), row.text(2), begin(row.text(3))),
                        new Rotation(row.real(4), row.real(5), row.real(6)),
                        Mounting.Origin.valueOf(row.text(7).toUpperCase(Locale.ROOT)),
                        row.real(8),
                        row.real(9),
                        Instant.parse(row.text(10)))));
    }

    /** Adds how a tag sits, or changes it. */
    void put(Mounting mounting) {
        database.write(() -> {
            know(mounting.on().animal(), mounting.on().tag());
            return database.update(
                    "INSERT OR REPLACE INTO mountings (animal, tag, from_time, yaw_degrees, pitch_degrees, roll_degrees,"
                            + " origin, spread_degrees, misfit_degrees, set_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    mounting.on().animal(),
                    mounting.on().tag(),
                    text(mounting.on().from()),
                    mounting.frame().yawDegrees(),
                    mounting.frame().pitchDegrees(),
                    mounting.frame().rollDegrees(),
                    mounting.origin().name().toLowerCase(Locale.ROOT),
                    mounting.spreadDegrees(),
                    mounting.misfitDegrees(),
                    mounting.setAt().toString());
        });
    }

    void remove(MountedTag mounted) {
        database.write(() -> database.update(
                "DELETE FROM mountings WHERE animal = ? AND tag = ? AND from_time = ?",
                mounted.animal(),
                mounted.tag(),
                text(mounted.from())));
    }

    private static Instant begin(String text) {
        return text.isEmpty() ? Instant.MIN : Instant.parse(text);
    }

    private static String text(Instant from) {
        return from.equals(Instant.MIN) ? "" : from.toString();
    }

    private static Instant end(String text) {
        return text.isEmpty() ? Instant.MAX : Instant.parse(text);
    }

    List<Session> sessions() {
        return database.read(() -> database.all(
                "SELECT id, name, animal, tag, start_time, zone, rate_hz, length_samples, raw_sha256"
                        + " FROM sessions ORDER BY position",
                StudyTables::session));
    }

    private static Session session(Row row) throws SQLException {
        return new Session(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                Instant.parse(row.text(5)),
                ZoneId.of(row.text(6)),
                new SampleRate(row.real(7)),
                row.number(8),
                row.text(9));
    }

    /** Adds a session and what it names; to be called inside a transaction. */
    void insert(Session session) throws SQLException {
        know(session.animal(), session.tag());
        int added = database.update(
                "INSERT OR IGNORE INTO sessions"
                        + " (id, name, animal, tag, start_time, zone, rate_hz, length_samples, raw_sha256)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session.id(),
                session.name(),
                session.animal(),
                session.tag(),
                session.start().toString(),
                session.zone().getId(),
                session.rate().hertz(),
                session.lengthSamples(),
                session.rawSha256());
        if (added == 0) {
            throw new ProblemException(ProjectProblem.SESSION_EXISTS, session.name());
        }
    }

    /** Removes a session with its tracks, bouts and edits. */
    void remove(String session) {
        database.write(() -> database.update("DELETE FROM sessions WHERE id = ?", session));
    }

    private void know(String animal, String tag) throws SQLException {
        database.update("INSERT OR IGNORE INTO animals (id, species, note) VALUES (?, '', '')", animal);
        if (!tag.isEmpty()) {
            database.update("INSERT OR IGNORE INTO tags (serial, profile) VALUES (?, '')", tag);
        }
    }

    Optional<String> setting(String key) {
        return database.read(() -> database.one("SELECT value FROM settings WHERE key = ?", row -> row.text(1), key));
    }

    void putSetting(String key, String value) {
        database.write(() -> database.update(
                "INSERT INTO settings (key, value) VALUES (?, ?)"
                        + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value));
    }

    List<FlashRecord> flashRecords() {
        return database.read(() -> database.all(
                "SELECT tag, animal, model_id, image_sha256, outcome, verified, golden_windows, made_at, firmware,"
                        + " person, battery, image, problem, self_test, self_test_passed, self_test_windows FROM flash_receipts ORDER BY id",
                row -> new FlashRecord(
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.flag(6),
                        new TagSelfTest(row.text(14), row.count(15), row.count(16)),
                        row.count(7),
                        Instant.parse(row.text(8)),
                        row.text(9),
                        row.text(10),
                        row.count(11),
                        row.text(12),
                        row.text(13))));
    }

    void add(FlashRecord flash) {
        database.write(() -> database.update(
                "INSERT INTO flash_receipts"
                        + " (tag, animal, model_id, image_sha256, outcome, verified, golden_windows, made_at, firmware,"
                        + " person, battery, image, problem, self_test, self_test_passed, self_test_windows)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                flash.tag(),
                flash.animal(),
                flash.modelId(),
                flash.imageSha256(),
                flash.outcome(),
                flash.verified() ? 1 : 0,
                flash.goldenWindows(),
                flash.time().toString(),
                flash.firmware(),
                flash.person(),
                flash.batteryPercent(),
                flash.image(),
                flash.problem(),
                flash.selfTest().state(),
                flash.selfTest().passed(),
                flash.selfTest().windows()));
    }
}
