package org.ethotag.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** What a page shows while it has nothing to show: an icon, a sentence, and the button of the next step. */
public final class EmptyState extends VBox {
    private final HBox buttons = new HBox();

    public EmptyState(Ikon icon, String title, String sentence) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var heading = new Label(title);
        heading.getStyleClass().addAll("title-3", "empty-title");
        var text = new Label(sentence);
        text.getStyleClass().addAll("text-muted", "empty-sentence");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        buttons.getStyleClass().add("empty-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.of(icon, "empty-icon"), heading, text, buttons);
    }

    /** Adds a button; the first one is the next step and looks like it. */
    public EmptyState button(String id, String text, Ikon icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setId(id);
        if (buttons.getChildren().isEmpty()) {
            button.getStyleClass().add("accent");
        }
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
        return this;
    }
}
