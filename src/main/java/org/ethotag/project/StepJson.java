package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ethotag.project.LoggedStep.Outcome;

/**
 * Steps and changes as one line of JSON each, in ASCII so that no terminal can spoil it; described in
 * formats/workflow-log.md. Only trees are read; no type of the program is named in it.
 */
public final class StepJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String CHANGE = "change";

    /** Settings whose text is JSON itself, which is written as it is. */
    private static final Set<String> TREES = Set.of("edit", "ethogram", "anchors", "codes");

    private StepJson() {}

    /** A step. */
    public static String of(LoggedStep step) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("step", step.number())
                .put("kind", step.kind().word())
                .put("began", step.began().toString())
                .put("milliseconds", step.took().toMillis())
                .put("outcome", step.outcome().word());
        if (!step.problem().isEmpty()) {
            node.put("problem", step.problem());
        }
        put(node.putObject("settings"), step.settings());
        put(node.putObject("inputs"), step.inputs());
        put(node.putObject("results"), step.results());
        return text(node);
    }

    /** Texts by name. */
    public static String of(Map<String, String> texts) {
        var node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(texts).forEach(node::put);
        return text(node);
    }

    /** A change, or the making of a study: its kind with its settings. */
    public static String change(StepKind kind, Map<String, String> settings) {
        var node = JsonNodeFactory.instance.objectNode().put(CHANGE, kind.word());
        put(node, settings);
        return text(node);
    }

    /** What {@link #of(LoggedStep)} wrote. @throws IllegalArgumentException if it is something else */
    public static LoggedStep step(String line) {
        var node = object(line);
        try {
            return new LoggedStep(
                    whole(node, "step"),
                    StepKind.of(node.path("kind").asText()),
                    Instant.parse(node.path("began").asText()),
                    Duration.ofMillis(whole(node, "milliseconds")),
                    Outcome.of(node.path("outcome").asText()),
                    node.path("problem").asText(),
                    map(node.path("settings")),
                    map(node.path("inputs")),
                    map(node.path("results")));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    /** What {@link #of(Map)} wrote. @throws IllegalArgumentException if it is something else */
    public static Map<String, String> texts(String line) {
        return map(object(line));
    }

    /** The kind of a change that {@link #change} wrote. @throws IllegalArgumentException if it is something else */
    public static StepKind changeKind(String line) {
        return StepKind.of(object(line).path(CHANGE).asText());
    }

    /** The settings of a change that {@link #change} wrote. @throws IllegalArgumentException if it is something else */
    public static Map<String, String> changeSettings(String line) {
        var settings = new TreeMap<>(map(object(line)));
        settings.remove(CHANGE);
        return settings;
    }

    private static void put(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach((name, text) -> {
            if (TREES.contains(name)) {
                node.set(name, tree(text));
            } else {
                node.put(name, text);
            }
        });
    }

    private static Map<String, String> map(JsonNode node) {
        var map = new TreeMap<String, String>();
        node.properties()
                .forEach(field -> map.put(
                        field.getKey(),
                        field.getValue().isTextual()
                                ? field.getValue().textValue()
                                : field.getValue().toString()));
        return map;
    }

    private static long whole(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new IllegalArgumentException(name + " is not a number: " + value);
        }
        return value.longValue();
    }

    private static JsonNode object(String line) {
        var node = tree(line);
        if (!node.isObject()) {
            throw new IllegalArgumentException("not an object: " + node.getNodeType());
        }
        return node;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException("not plain texts", mistake);
        }
    }
}
