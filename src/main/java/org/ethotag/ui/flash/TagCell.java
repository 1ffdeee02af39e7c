package org.ethotag.ui.flash;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ethotag.flash.TagPort;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One tag: its name, and where it is. */
final class TagCell extends ListCell<TagChoice> {
    @Override
    protected void updateItem(@Nullable TagChoice tag, boolean empty) {
        super.updateItem(tag, empty);
        setText(null);
        setGraphic(
                tag == null || empty
                        ? null
                        : switch (tag) {
                            case TagChoice.Virtual _ ->
                                row(Feather.BOX, Texts.of("flash.virtual"), Texts.of("flash.virtual.text"));
                            case TagChoice.Plugged(TagPort port) ->
                                row(
                                        Feather.CPU,
                                        port.serial().isBlank() ? port.description() : port.serial(),
                                        port.path());
                        });
    }

    private static HBox row(Feather icon, String name, String place) {
        var title = new Label(name);
        title.getStyleClass().add("text-bold");
        var text = new Label(place);
        text.getStyleClass().addAll("text-muted", "text-small");
        var row = new HBox(Icons.of(icon, "tag-icon"), new VBox(title, text));
        row.getStyleClass().add("tag-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
