package org.ethotag.ui;

import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Strokes;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Everything that explains: in the header of every page. Its items are commands, as in the palette. */
final class HelpMenu extends MenuButton {
    private final KeyBook book;
    private final List<String> commands;

    /** @param commands ids of those that are shown, in their order */
    HelpMenu(KeyBook book, List<String> commands) {
        this.book = book;
        this.commands = List.copyOf(commands);
        setId("help-menu");
        setGraphic(Icons.of(Feather.HELP_CIRCLE));
        getStyleClass().addAll("flat", "button-icon", "no-arrow");
        setAccessibleText(Texts.of("help.menu"));
        setTooltip(new Tooltip(Texts.of("help.menu")));
        setOnShowing(_ -> refresh());
        refresh();
    }

    private void refresh() {
        getItems()
                .setAll(commands.stream()
                        .flatMap(id -> book.command(id).stream())
                        .map(this::item)
                        .toList());
        if (getItems().isEmpty()) { // a menu without items does not open, and then never asks for them
            getItems().add(new CustomMenuItem(new Label()));
        }
    }

    private MenuItem item(Command command) {
        var key = book.keysProperty().get().first(command.id());
        var item = new MenuItem(key.isEmpty() ? command.title() : command.title() + "  (" + Strokes.title(key) + ")");
        item.setMnemonicParsing(false);
        item.setDisable(command.off().getValue());
        item.setOnAction(_ -> command.run());
        return item;
    }
}
