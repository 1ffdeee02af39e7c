package org.ethotag.ui.control;

import java.util.Locale;
import java.util.Set;
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

    private static String name(KeyCode code) {
        return switch (code) {
            case BACK_SPACE -> "Backspace";
            case ESCAPE -> "Esc";
            default -> code.getName();
        };
    }
}
