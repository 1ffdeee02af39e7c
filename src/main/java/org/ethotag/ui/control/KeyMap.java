package org.ethotag.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which keys do what. A stroke is written as people read it: {@code Ctrl+Shift+Z}, {@code F7}, {@code [}, {@code G}.
 *
 * @param strokes for each command's id its strokes, none for some, in the order of the commands
 */
public record KeyMap(Map<String, List<String>> strokes) {
    public KeyMap {
        var copy = new LinkedHashMap<String, List<String>>();
        strokes.forEach((id, keys) -> copy.put(id, List.copyOf(keys)));
        strokes = java.util.Collections.unmodifiableMap(copy);
    }

    /**
     * One stroke that means several things.
     *
     * @param owners ids of commands, or what the caller calls the keys of its own
     */
    public record Clash(String stroke, List<String> owners) {
        public Clash {
            owners = List.copyOf(owners);
        }
    }

    /** The strokes of a command; none if it is not known. */
    public List<String> of(String id) {
        return strokes.getOrDefault(id, List.of());
    }

    /** The first stroke of a command, or empty. */
    public String first(String id) {
        var keys = of(id);
        return keys.isEmpty() ? "" : keys.getFirst();
    }

    /** The command that a stroke does; the first one if there are several. */
    public Optional<String> command(String stroke) {
        return strokes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(stroke))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** With other strokes for a command. */
    public KeyMap with(String id, List<String> keys) {
        var now = new LinkedHashMap<>(strokes);
        now.put(id, keys);
        return new KeyMap(now);
    }

    /**
     * The strokes that mean more than one thing.
     *
     * @param others strokes outside the map, with the names of who has them
     */
    public List<Clash> clashes(Map<String, List<String>> others) {
        var owners = new TreeMap<String, List<String>>();
        strokes.forEach((id, keys) -> keys.forEach(
                key -> owners.computeIfAbsent(key, _ -> new ArrayList<>()).add(id)));
        others.forEach((stroke, names) ->
                owners.computeIfAbsent(stroke, _ -> new ArrayList<>()).addAll(names));
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Clash(entry.getKey(), entry.getValue()))
                .toList();
    }
}
