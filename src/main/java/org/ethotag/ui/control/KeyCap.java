package org.ethotag.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;

/** A key as it looks on a keyboard. */
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key.toUpperCase(Locale.ROOT));
        getStyleClass().add("key-cap");
    }
}
