package org.ethotag.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.label.Palette;

/**
 * The ethogram of a BORIS project (BORIS user guide, "Ethogram"): {@code behaviors_conf}, an object with one entry for each
 * behaviour. BORIS allows one key for several behaviours and lists which behaviours exclude each other; here a key belongs
 * to the first, and a behaviour is exclusive if it excludes any other.
 */
final class BorisEthogram {
    private static final String BEHAVIOURS = "behaviors_conf";
    private static final String COLOUR = "#[0-9a-fA-F]{6}";

    private final List<Behaviour> behaviours = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private BorisEthogram() {}

    static boolean recognises(JsonNode project) {
        return project.path(BEHAVIOURS).isObject();
    }

    /** @throws IllegalArgumentException if it has no behaviour */
    static Ethogram of(JsonNode project) {
        var ethogram = new BorisEthogram();
        project.path(BEHAVIOURS).forEach(ethogram::add);
        if (ethogram.behaviours.isEmpty()) {
            throw new IllegalArgumentException("the BORIS project has no behaviour with a code");
        }
        return new Ethogram(ethogram.behaviours);
    }

    /**
     * An empty project with the behaviours as state events. Its matrix of exclusions has every pair of exclusive
     * behaviours; one that stands alone in being exclusive cannot be told apart there.
     */
    static ObjectNode project(String name, Ethogram ethogram) {
        var project = JsonNodeFactory.instance
                .objectNode()
                .put("time_format", "hh:mm:ss")
                .put("project_date", "1970-01-01T00:00:00")
                .put("project_name", name)
                .put("project_description", "")
                .put("project_format_version", "7.0");
        project.putObject("subjects_conf");
        var list = project.putObject(BEHAVIOURS);
        for (Behaviour behaviour : ethogram.behaviours()) {
            var others = ethogram.behaviours().stream()
                    .filter(other -> other.exclusive() && behaviour.exclusive() && !other.equals(behaviour))
                    .map(Behaviour::code)
                    .toList();
            list.putObject(String.valueOf(list.size()))
                    .put("type", "State event")
                    .put("key", behaviour.key())
                    .put("code", behaviour.code())
                    .put("description", behaviour.description())
                    .put("color", behaviour.colour())
                    .put("category", "")
                    .put("excluded", String.join(",", others))
                    .put("coding map", "")
                    .putObject("modifiers");
        }
        project.putArray("behavioral_categories");
        project.putObject("independent_variables");
        project.putObject("coding_map");
        project.putArray("behaviors_coding_map");
        project.putObject("observations");
        project.putObject("converters");
        return project;
    }

    private void add(JsonNode node) {
        var code = node.path("code").asText("").strip();
        if (code.isEmpty() || !codes.add(code)) {
            return;
        }
        var key = node.path("key").asText("").strip();
        boolean free = key.codePointCount(0, key.length()) == 1 && keys.add(key.toLowerCase(Locale.ROOT));
        var colour = node.path("color").asText("");
        behaviours.add(new Behaviour(
                code,
                code,
                colour.matches(COLOUR)
                        ? colour
                        : Palette.next(
                                behaviours.stream().map(Behaviour::colour).toList()),
                free ? key : "",
                node.path("description").asText("").strip(),
                !node.path("excluded").asText("").isBlank()));
    }
}
