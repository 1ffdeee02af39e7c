package org.ethotag.project;

import com.fasterxml.jackson.databind.JsonNode;
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
