package org.ethotag.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Every command of the window, found by typing some of its letters. Lies over the window; Escape or a click beside it closes
 * it and gives the focus back.
 */
public final class CommandPalette extends StackPane {
    private final KeyBook book;
    private final TextField query = new TextField();
    private final ListView<Command> list = new ListView<>();
    private @Nullable Node focusBefore;

    public CommandPalette(KeyBook book) {
        this.book = book;
        setId("command-palette");
        getStyleClass().add("palette-shade");
        setVisible(false);
        setAlignment(Pos.TOP_CENTER);
        query.setId("palette-query");
        query.setPromptText(Texts.of("palette.prompt"));
        query.setAccessibleText(Texts.of("palette.title"));
        query.textProperty().subscribe(this::refresh);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setAccessibleText(Texts.of("palette.title"));
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Texts.of("palette.none")));
        list.setCellFactory(_ -> new Row());
        var box = new VBox(query, list);
        box.getStyleClass().add("command-palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /** Shows all commands, and takes the keyboard. */
    public void open() {
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        setVisible(true);
        query.clear();
        refresh();
        query.requestFocus();
    }

    private void close() {
        setVisible(false);
        Node before = focusBefore;
        if (before != null) {
            before.requestFocus();
        }
    }

    private void refresh() {
        list.getItems()
                .setAll(FuzzyMatch.sorted(query.getText(), book.commands(), Command::title).stream()
                        .filter(command -> !command.off().getValue())
                        .toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + 8);
            case PAGE_UP -> select(at - 8);
            case ENTER -> runSelected();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.clamp(index, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 5));
        }
    }

    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.run();
        }
    }

    /** A command's title with its keys. */
    private final class Row extends ListCell<Command> {
        Row() {
            setOnMouseClicked(_ -> runSelected());
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
                setText(null);
                return;
            }
            var title = new Label(command.title());
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            var line = new HBox(title);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("palette-command");
            book.keysProperty()
                    .get()
                    .of(command.id())
                    .forEach(stroke -> line.getChildren().add(new KeyCap(stroke)));
            setGraphic(line);
            setAccessibleText(command.title() + " "
                    + Strokes.titles(book.keysProperty().get().of(command.id())));
        }
    }
}
