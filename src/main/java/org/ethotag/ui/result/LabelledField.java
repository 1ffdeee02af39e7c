package org.ethotag.ui.result;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ethotag.ui.control.Texts;

/** A control with its name before it, on one line. */
final class LabelledField {
    private LabelledField() {}

    /** The control with the text of {@code key}, which screen readers say, too. */
    static Node of(String key, Node control) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("text-muted");
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setAccessibleText(Texts.of(key));
        var box = new HBox(label, control);
        box.getStyleClass().add("result-field");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
