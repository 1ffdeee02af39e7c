package org.ethotag.ui.help;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The guide: contents or what was found on the left, the page on the right. */
final class HelpView extends BorderPane {
    /** A title and three lines of text. */
    private static final double HIT_HEIGHT = 84;

    private final HelpViewModel model;
    private final TextField query = new TextField();
    private final ListView<HelpLibrary.Line> contents;
    private final ListView<HelpSearch.Hit> hits;

    /** @param keys shows the key map in the main window */
    HelpView(HelpViewModel model, Runnable keys) {
        this.model = model;
        getStyleClass().addAll("page", "help");
        query.setId("help-query");
        query.setPromptText(Texts.of("help.search"));
        query.setAccessibleText(Texts.of("help.search"));
        query.textProperty().bindBidirectional(model.queryProperty());
        contents = contents();
        hits = hits();
        var side = new VBox(query, new StackPane(contents, hits));
        side.getStyleClass().add("help-side");
        VBox.setVgrow(side.getChildren().getLast(), Priority.ALWAYS);
        setLeft(side);
        setTop(toolbar(keys));
        var page = new HelpPagePane(model);
        setCenter(page);
        model.shownProperty().subscribe(shown -> {
            if (shown != null && !query.isFocused()) {
                page.requestFocus();
            }
        });
        setBottom(notice());
        model.shownProperty().subscribe(this::choose);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private ListView<HelpLibrary.Line> contents() {
        var list = new ListView<>(model.contents());
        list.setId("help-contents");
        list.setAccessibleText(Texts.of("help.contents"));
        list.getStyleClass().add("help-list-view");
        list.setCellFactory(_ -> new ContentsCell());
        list.visibleProperty().bind(model.queryProperty().map(String::isBlank));
        open(list, line -> model.open(line.place()));
        return list;
    }

    private ListView<HelpSearch.Hit> hits() {
        var list = new ListView<>(model.hits());
        list.setId("help-hits");
        list.setAccessibleText(Texts.of("help.search"));
        list.getStyleClass().add("help-list-view");
        list.setPlaceholder(new Label(Texts.of("help.search.none")));
        list.setFixedCellSize(HIT_HEIGHT);
        list.setCellFactory(_ -> new HitCell());
        list.visibleProperty().bind(contents.visibleProperty().not());
        open(list, hit -> model.open(hit.place()));
        return list;
    }

    /** A click or Enter opens what is chosen. */
    private static <T> void open(ListView<T> list, java.util.function.Consumer<T> action) {
        Runnable chosen = () -> {
            T item = list.getSelectionModel().getSelectedItem();
            if (item != null) {
                action.accept(item);
            }
        };
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chosen.run();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen.run();
                event.consume();
            }
        });
    }

    private Node toolbar(Runnable keys) {
        var back = button("help-back", "help.back", Feather.ARROW_LEFT, model::back);
        back.disableProperty().bind(model.canGoBackProperty().not());
        var on = button("help-on", "help.on", Feather.ARROW_RIGHT, model::on);
        on.disableProperty().bind(model.canGoOnProperty().not());
        var start = button(
                "help-start", "help.contents", Feather.HOME, () -> model.open(new HelpPlace(HelpLibrary.CONTENTS, "")));
        var title = new Label();
        title.getStyleClass().add("help-title");
        title.textProperty()
                .bind(model.shownProperty().map(shown -> shown.page().title()).orElse(Texts.of("help.reading")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var map = new Button(Texts.of("keys.title"), Icons.of(Feather.COMMAND));
        map.setId("help-keys");
        map.setMinWidth(Region.USE_PREF_SIZE);
        map.setTooltip(new Tooltip(Texts.of("help.keys")));
        map.setOnAction(_ -> keys.run());
        var bar = new HBox(back, on, start, title, map);
        bar.getStyleClass().add("help-toolbar");
        return bar;
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        var button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Texts.of(text));
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node notice() {
        var label = new Label();
        label.setId("help-notice");
        label.getStyleClass().add("label-hint");
        label.setMaxWidth(Double.MAX_VALUE);
        label.textProperty().bind(model.noticeProperty());
        label.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void choose(HelpViewModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        model.contents().stream()
                .filter(line -> !line.heading()
                        && line.place().page().equals(shown.page().path()))
                .findFirst()
                .ifPresentOrElse(contents.getSelectionModel()::select, contents.getSelectionModel()::clearSelection);
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.back();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            model.on();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            query.requestFocus();
            query.selectAll();
        } else if (event.getCode() == KeyCode.DOWN && query.isFocused()) {
            (hits.isVisible() ? hits : contents).requestFocus();
        } else if (event.getCode() == KeyCode.ENTER
                && query.isFocused()
                && !model.hits().isEmpty()) {
            model.open(model.hits().getFirst().place());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
        } else {
            return;
        }
        event.consume();
    }

    /** First out of the search, then out of the guide. */
    private void leave() {
        if (!model.queryProperty().get().isEmpty()) {
            model.queryProperty().set("");
        } else {
            getScene().getWindow().hide();
        }
    }

    private static final class ContentsCell extends ListCell<HelpLibrary.Line> {
        ContentsCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HelpLibrary.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("help-contents-heading");
            setText(line == null || empty ? null : line.text());
            setDisable(line != null && line.heading());
            if (line != null && line.heading()) {
                getStyleClass().add("help-contents-heading");
            }
        }
    }

    private static final class HitCell extends ListCell<HelpSearch.Hit> {
        private final Label title = new Label();
        private final Label excerpt = new Label();
        private final VBox box = new VBox(title, excerpt);

        HitCell() {
            title.getStyleClass().add("text-bold");
            excerpt.getStyleClass().addAll("text-muted", "text-small");
            excerpt.setWrapText(true);
            box.prefWidthProperty().bind(widthProperty().subtract(24));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HelpSearch.@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setGraphic(hit == null || empty ? null : box);
            if (hit != null) {
                title.setText(
                        hit.heading().isEmpty() || hit.heading().equals(hit.title())
                                ? hit.title()
                                : hit.heading() + " \u2013 " + hit.title());
                excerpt.setText(hit.excerpt());
                setAccessibleText(title.getText());
            }
        }
    }
}
