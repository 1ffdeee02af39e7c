package org.ethotag.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Title and one muted line of a page, with its buttons on the right. */
public final class PageHeader extends HBox {
    private final Label subtitle = new Label();

    public PageHeader(String title, String line, Node... actions) {
        getStyleClass().add("page-header");
        setAlignment(Pos.CENTER_LEFT);
        var heading = new Label(title);
        heading.getStyleClass().add("title-2");
        subtitle.setText(line);
        subtitle.getStyleClass().add("text-muted");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(USE_PREF_SIZE);
        var titles = new VBox(heading, subtitle);
        titles.getStyleClass().add("page-titles");
        HBox.setHgrow(titles, Priority.ALWAYS);
        getChildren().add(titles);
        getChildren().addAll(actions);
    }

    /** Replaces the muted line. */
    public void setLine(String line) {
        subtitle.setText(line);
    }
}
