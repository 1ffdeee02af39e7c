package org.ethotag.ui.flash;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One tag: its picture, its name, and one line about it. */
final class TagCell extends ListCell<TagCard> {
    TagCell() {
        setPrefWidth(0); // the list's width, not the text's
    }

    @Override
    protected void updateItem(@Nullable TagCard tag, boolean empty) {
        super.updateItem(tag, empty);
        setText(null);
        setGraphic(tag == null || empty ? null : row(tag));
        setAccessibleText(tag == null || empty ? null : tag.title() + ", " + tag.line());
    }

    private static HBox row(TagCard tag) {
        var title = new Label(tag.title());
        title.getStyleClass().add("text-bold");
        title.setWrapText(true);
        var text = new Label(tag.line());
        text.setWrapText(true);
        text.getStyleClass().addAll("text-muted", "text-small");
        var words = new VBox(title, text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(new TagPicture(tag.picture(), false), words);
        row.getStyleClass().add("tag-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
