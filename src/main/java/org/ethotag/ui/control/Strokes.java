package org.ethotag.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Key events as the strokes of a {@link KeyMap}. */
public final class Strokes {
    private static final Set<KeyCode> MODIFIERS = Set.of(
            KeyCode.SHIFT,
            KeyCode.CONTROL,
            KeyCode.ALT,
            KeyCode.ALT_GRAPH,
            KeyCode.META,
            KeyCode.COMMAND,
            KeyCode.WINDOWS,
            KeyCode.CAPS);

    private Strokes() {}

    /** The stroke of a key; empty for a modifier alone. The key of shortcuts is {@code Ctrl} on every system. */
    public static String of(KeyEvent event) {
        if (MODIFIERS.contains(event.getCode())) {
            return "";
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        var text = event.getText();
        boolean character = plain
                && !text.isBlank()
                && text.codePointCount(0, text.length()) == 1
                && !Character.isISOControl(text.codePointAt(0));
        if (character) {
            boolean letter = Character.isLetter(text.codePointAt(0));
            return (letter && event.isShiftDown() ? "Shift+" : "") + text.toUpperCase(Locale.ROOT);
        }
        return (event.isShortcutDown() ? "Ctrl+" : "")
                + (event.isAltDown() ? "Alt+" : "")
                + (event.isShiftDown() ? "Shift+" : "")
                + name(event.getCode());
    }

    /** A stroke as keyboards of the user's language name it. */
    public static String title(String stroke) {
        for (String modifier : List.of("Ctrl", "Alt", "Shift")) {
            if (stroke.length() > modifier.length() + 1 && stroke.startsWith(modifier + "+")) {
                return named(modifier) + "+" + title(stroke.substring(modifier.length() + 1));
            }
        }
        return named(stroke);
    }

    /** Several strokes, with commas between them. */
    public static String titles(List<String> strokes) {
        return strokes.stream().map(Strokes::title).collect(Collectors.joining(", "));
    }

    private static String named(String key) {
        var name = "stroke." + key.replace(' ', '-');
        return Texts.has(name) ? Texts.of(name) : key;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case BACK_SPACE -> "Backspace";
            case ESCAPE -> "Esc";
            default -> code.getName();
        };
    }
}
