package org.ethotag.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The manifest of a run as JSON, described in formats/study.md. Only trees are read; no type of the program is named. */
final class RunJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RunJson() {}

    static byte[] write(SavedRun run) throws IOException {
        var manifest = run.manifest();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", manifest.id())
                .put("kind", manifest.kind())
                .put("made", manifest.made().toString())
                .put("seed", manifest.seed());
        put(node.putObject("settings"), manifest.settings());
        put(node.putObject("inputs"), manifest.inputs());
        put(node.putObject("versions"), manifest.versions());
        var files = node.putArray("files");
        run.files()
                .forEach(file -> files.addObject()
                        .put("name", file.name())
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256()));
        var scores = node.putArray("scores");
        for (Score score : run.scores()) {
            var entry = scores.addObject().put("model", score.model()).put("metric", score.metric());
            if (Double.isFinite(score.value())) {
                entry.put("value", score.value());
            }
        }
        return JSON.writeValueAsBytes(node);
    }

    /** @throws IOException if it is not a manifest */
    static SavedRun read(byte[] bytes) throws IOException {
        var node = JSON.readTree(bytes);
        try {
            var manifest = new RunManifest(
                    text(node, "id"),
                    text(node, "kind"),
                    Instant.parse(text(node, "made")),
                    map(node.path("settings")),
                    map(node.path("inputs")),
                    node.path("seed").longValue(),
                    map(node.path("versions")));
            return new SavedRun(manifest, files(node), scores(node));
        } catch (IllegalArgumentException | DateTimeException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private static void put(ObjectNode node, Map<String, String> map) {
        map.forEach(node::put);
    }

    private static Map<String, String> map(JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    private static List<SavedRun.File> files(JsonNode node) {
        var files = new ArrayList<SavedRun.File>();
        for (JsonNode file : node.path("files")) {
            files.add(new SavedRun.File(text(file, "name"), file.path("bytes").longValue(), text(file, "sha256")));
        }
        return files;
    }

    private static List<Score> scores(JsonNode node) {
        var scores = new ArrayList<Score>();
        for (JsonNode score : node.path("scores")) {
            scores.add(new Score(
                    text(score, "model"),
                    text(score, "metric"),
                    score.path("value").asDouble(Double.NaN)));
        }
        return scores;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value.textValue();
    }
}
