package org.ethotag.project;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of runs. */
final class RunTables {
    private final Database database;

    RunTables(Database database) {
        this.database = database;
    }

    List<RunManifest> all() {
        return database.read(() -> {
            var runs = new ArrayList<RunManifest>();
            for (Head head : database.all(
                    "SELECT id, kind, made_at, seed FROM runs ORDER BY made_at, rowid",
                    row -> new Head(row.text(1), row.text(2), Instant.parse(row.text(3)), row.number(4)))) {
                runs.add(new RunManifest(
                        head.id(),
                        head.kind(),
                        head.made(),
                        facts(head.id(), "setting"),
                        facts(head.id(), "input"),
                        head.seed(),
                        facts(head.id(), "version")));
            }
            return runs;
        });
    }

    boolean has(String run) {
        return database.read(() -> database.one("SELECT 1 FROM runs WHERE id = ?", row -> row.count(1), run))
                .isPresent();
    }

    List<SavedRun.File> files(String run) {
        return database.read(() -> database.all(
                "SELECT name, bytes, sha256 FROM run_files WHERE run = ? ORDER BY name",
                row -> new SavedRun.File(row.text(1), row.number(2), row.text(3)),
                run));
    }

    List<Score> scores(String run) {
        return database.read(() -> database.all(
                "SELECT model, metric, value FROM scores WHERE run = ? ORDER BY model, metric",
                row -> new Score(row.text(1), row.text(2), row.real(3)),
                run));
    }

    void insert(SavedRun run) {
        var manifest = run.manifest();
        database.write(() -> {
            database.update(
                    "INSERT INTO runs (id, kind, made_at, seed) VALUES (?, ?, ?, ?)",
                    manifest.id(),
                    manifest.kind(),
                    manifest.made().toString(),
                    manifest.seed());
            insertFacts(manifest.id(), "setting", manifest.settings());
            insertFacts(manifest.id(), "input", manifest.inputs());
            insertFacts(manifest.id(), "version", manifest.versions());
            database.batch(
                    "INSERT INTO run_files (run, name, bytes, sha256) VALUES (?, ?, ?, ?)",
                    run.files().stream()
                            .map(file -> new Object[] {manifest.id(), file.name(), file.bytes(), file.sha256()})
                            .toList());
            insertScores(manifest.id(), run.scores());
            return manifest;
        });
    }

    void delete(String run) {
        database.write(() -> database.update("DELETE FROM runs WHERE id = ?", run));
    }

    private void insertScores(String run, List<Score> scores) throws SQLException {
        database.batch(
                "INSERT INTO scores (run, model, metric, value) VALUES (?, ?, ?, ?)",
                scores.stream()
                        .map(score -> new Object[] {run, score.model(), score.metric(), score.value()})
                        .toList());
    }

    private void insertFacts(String run, String aspect, Map<String, String> facts) throws SQLException {
        database.batch(
                "INSERT INTO run_facts (run, aspect, key, value) VALUES (?, ?, ?, ?)",
                facts.entrySet().stream()
                        .map(fact -> new Object[] {run, aspect, fact.getKey(), fact.getValue()})
                        .toList());
    }

    private Map<String, String> facts(String run, String aspect) throws SQLException {
        var facts = new HashMap<String, String>();
        database.all(
                "SELECT key, value FROM run_facts WHERE run = ? AND aspect = ?",
                row -> facts.put(row.text(1), row.text(2)),
                run,
                aspect);
        return facts;
    }

    private record Head(String id, String kind, Instant made, long seed) {}
}
