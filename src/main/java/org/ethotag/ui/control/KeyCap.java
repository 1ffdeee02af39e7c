package org.ethotag.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;

/** A key as it looks on a keyboard, or several that are pressed together. */
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key.length() > 1 ? Strokes.title(key) : key.toUpperCase(Locale.ROOT));
        getStyleClass().add("key-cap");
    }
}
