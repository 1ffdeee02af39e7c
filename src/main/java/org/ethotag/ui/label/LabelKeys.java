package org.ethotag.ui.label;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Strokes;

/**
 * The keyboard on the label page: a behaviour's key labels, with Shift the whole bout; everything else is what the key book
 * says. A behaviour goes before a command that has the same key.
 */
final class LabelKeys {
    private static final String SHIFT = "Shift+";

    private final LabelViewModel model;
    private final KeyBook book;

    LabelKeys(LabelViewModel model, KeyBook book) {
        this.model = model;
        this.book = book;
    }

    /** Listens to the trace before it reads keys itself, and to the rest of the page where no control takes a key. */
    void install(Node trace, Node page) {
        trace.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (trace.equals(event.getTarget())) { // not what lies on it, such as a field
                key(event);
            }
        });
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof Node node
                && node.getScene() != null
                && node.getScene().getFocusOwner() instanceof TextInputControl;
        var stroke = Strokes.of(event);
        if (!typing && !stroke.isEmpty() && model.readyProperty().get() && take(stroke)) {
            event.consume();
        }
    }

    private boolean take(String stroke) {
        if (behaviour(stroke)) {
            return true;
        }
        var command = book.commandOf(stroke);
        command.ifPresent(c -> c.run());
        return command.isPresent() || book.wasCommand(stroke);
    }

    private boolean behaviour(String stroke) {
        return stroke.startsWith(SHIFT)
                ? isCharacter(stroke.substring(SHIFT.length())) && model.pressForBout(stroke.substring(SHIFT.length()))
                : isCharacter(stroke) && model.press(stroke);
    }

    private static boolean isCharacter(String key) {
        return key.codePointCount(0, key.length()) == 1;
    }
}
