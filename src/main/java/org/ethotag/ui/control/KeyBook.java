package org.ethotag.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * All commands of the window with their keys: those that they come with, and those that the user has chosen instead, which
 * are remembered. FX thread only.
 */
public final class KeyBook {
    /** Between two strokes of one command in the memory; no stroke contains it. */
    private static final String BETWEEN = "\t";

    private static final String SETTING = "keys.";

    private final UnaryOperator<String> memory;
    private final BiConsumer<String, String> remember;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, List<String>> defaults = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<KeyMap> keys = new ReadOnlyObjectWrapper<>(new KeyMap(Map.of()));

    /**
     * @param memory gives what was remembered under a name, or an empty text
     * @param remember keeps a text under a name; an empty one is forgotten
     */
    public KeyBook(UnaryOperator<String> memory, BiConsumer<String, String> remember) {
        this.memory = memory;
        this.remember = remember;
    }

    /** A book that forgets everything, for tests. */
    public static KeyBook forgetful() {
        var values = new LinkedHashMap<String, String>();
        return new KeyBook(name -> values.getOrDefault(name, ""), values::put);
    }

    /** Adds a command with the strokes that it comes with. */
    public void add(Command command, String... strokes) {
        commands.put(command.id(), command);
        defaults.put(command.id(), List.of(strokes));
        keys.set(keys.get().with(command.id(), remembered(command.id())));
    }

    private List<String> remembered(String id) {
        var text = memory.apply(SETTING + id);
        if (text.isEmpty()) {
            return defaults.getOrDefault(id, List.of());
        }
        return text.isBlank() ? List.of() : List.of(text.strip().split(BETWEEN));
    }

    /** All commands in the order in which they were added. */
    public List<Command> commands() {
        return List.copyOf(commands.values());
    }

    public Optional<Command> command(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    public ReadOnlyObjectProperty<KeyMap> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /** The command of a stroke. */
    public Optional<Command> commandOf(String stroke) {
        return keys.get().command(stroke).map(commands::get);
    }

    /** Whether a stroke was that of a command before the user changed it. */
    public boolean wasCommand(String stroke) {
        return defaults.values().stream().anyMatch(strokes -> strokes.contains(stroke));
    }

    /** Gives a command other strokes, from now on and after a restart. */
    public void set(String id, List<String> strokes) {
        keys.set(keys.get().with(id, strokes));
        boolean usual = strokes.equals(defaults.getOrDefault(id, List.of()));
        var chosen = strokes.isEmpty() ? BETWEEN : String.join(BETWEEN, strokes);
        remember.accept(SETTING + id, usual ? "" : chosen);
    }

    /** Gives a stroke to a command and takes it from the one that had it. */
    public void give(String id, String stroke) {
        commandOf(stroke).ifPresent(other -> {
            var left = new ArrayList<>(keys.get().of(other.id()));
            left.remove(stroke);
            set(other.id(), left);
        });
        set(id, List.of(stroke));
    }

    /** Gives a command the strokes that it comes with. */
    public void reset(String id) {
        set(id, defaults.getOrDefault(id, List.of()));
    }

    /** Gives every command the strokes that it comes with. */
    public void resetAll() {
        commands.keySet().forEach(this::reset);
    }

    /** A text with the present key of a command behind it, as tooltips show it. */
    public ObservableValue<String> withKey(String id, ObservableValue<String> text) {
        return text.flatMap(words ->
                keys.map(map -> map.first(id).isEmpty() ? words : words + " (" + Strokes.title(map.first(id)) + ")"));
    }
}
